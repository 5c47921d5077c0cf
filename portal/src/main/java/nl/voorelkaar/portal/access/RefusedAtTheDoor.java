package nl.voorelkaar.portal.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What the container itself refuses never reaches a filter chain: an address that cannot be decoded, a method that it
 * does not know. It would answer with a page of its own, without our headers. Such a request gets the headers and
 * nothing else.
 */
@Component
class RefusedAtTheDoor implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final HouseSettings settings;

    RefusedAtTheDoor(HouseSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addEngineValves(new Door(settings));
    }

    private static final class Door extends ValveBase {

        private final HouseSettings settings;

        private Door(HouseSettings settings) {
            super(true);
            this.settings = settings;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
                getNext().invoke(request, response);
            } else {
                Headers.ofRefusal(settings).writeHeaders(request, response);
            }
        }
    }
}
