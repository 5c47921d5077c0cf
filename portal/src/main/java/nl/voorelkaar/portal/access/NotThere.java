package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What does not exist and what is not allowed get the same answer. */
final class NotThere {

    private NotThere() {}

    static void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException why)
            throws IOException {
        if (!response.isCommitted()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
