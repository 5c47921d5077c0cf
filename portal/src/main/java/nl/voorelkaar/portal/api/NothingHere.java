package nl.voorelkaar.portal.api;

import io.swagger.v3.oas.annotations.Hidden;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Decision;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is not in the interface, or not in this way: the same answer as for what is not theirs, and never a page for
 * people.
 */
@Hidden
@RestController
class NothingHere {

    @RequestMapping(Paths.ROOT + "/**")
    void nothing() {
        throw new AccessRefused(Decision.Reason.NO_GROUND);
    }
}
