package nl.voorelkaar.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.ServletWebRequest;

/** What a program is told when it is not its own fault. */
class ProblemAnswersTests {

    @ParameterizedTest(name = "SQLSTATE {0}: {1}")
    @CsvSource({"08001, 503", "08006, 503", "57P01, 503", "23505, 500", "42501, 500", ", 503"})
    void aDatabaseThatIsAwayIsAReasonToTryAgainSoon(String state, int status) {
        var broken = new CannotCreateTransactionException("no", new SQLException("no", state));

        var answer = new ProblemAnswers().broken(broken, new ServletWebRequest(new MockHttpServletRequest()));

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().containsHeader("Retry-After")).isEqualTo(status == 503);
    }
}
