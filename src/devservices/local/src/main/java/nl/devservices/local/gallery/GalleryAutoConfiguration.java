package nl.devservices.local.gallery;

import java.time.Clock;
import nl.voorelkaar.dossier.paper.Papers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Only on the class path of the local environment's faces. */
@AutoConfiguration
@ConditionalOnProperty("voorelkaar.local.stand-in")
public class GalleryAutoConfiguration {

    /** Before who asks for a login: there is nothing of anybody in a template. */
    @Bean
    FilterRegistrationBean<Gallery> gallery(Papers papers, Clock clock) {
        var registration = new FilterRegistrationBean<>(new Gallery(papers, clock));
        registration.addUrlPatterns(Gallery.PATH, Gallery.PATH + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
