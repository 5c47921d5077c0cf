package nl.bench.pages;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

/** {@link PlainView} and nothing else. A program of its own; no part of the product. */
@AutoConfigurationPackage
@EnableVaadin("nl.bench.pages")
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SpringBootAutoConfiguration.class
})
public class PlainApplication {

    /** @param arguments port */
    public static void main(String[] arguments) {
        var application = new SpringApplication(PlainApplication.class);
        application.setDefaultProperties(Map.of(
                "server.port", arguments[0],
                "server.address", "127.0.0.1",
                "spring.threads.virtual.enabled", "true",
                "vaadin.productionMode", "true",
                "vaadin.react.enable", "false",
                "vaadin.allowed-packages", "nl.bench.pages"));
        application.run();
    }
}
