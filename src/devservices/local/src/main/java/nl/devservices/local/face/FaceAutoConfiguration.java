package nl.devservices.local.face;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Only on the class path of the local environment's faces, and only when the launcher says where the stand-in is. */
@AutoConfiguration
@ConditionalOnProperty("voorelkaar.local.stand-in")
public class FaceAutoConfiguration {

    @Bean(destroyMethod = "close")
    @Primary
    FollowedClock followedClock(@Value("${voorelkaar.local.stand-in}") URI standIn) {
        return new FollowedClock(standIn);
    }
}
