package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who a request is counted as, with the settings as an operator gives them. */
class ProxyTests {

    private static final String SPOOFED = "198.51.100.1";

    @Test
    void nobodyIsBelievedWithoutASetting() throws Exception {
        try (var server = server()) {
            assertThat(countedAs(server, SPOOFED)).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aNamedProxyIsBelievedAboutItsOwnNeighbourOnly() throws Exception {
        try (var server = server(
                "--server.forward-headers-strategy=native",
                "--server.tomcat.remoteip.internal-proxies=127.0.0.1/32,192.0.2.0/24")) {
            assertThat(countedAs(server, "203.0.113.9")).isEqualTo("203.0.113.9");
            assertThat(countedAs(server, SPOOFED + ", 203.0.113.9")).isEqualTo("203.0.113.9");
            assertThat(countedAs(server, SPOOFED + ", 203.0.113.9, 192.0.2.44")).isEqualTo("203.0.113.9");
        }
    }

    @Test
    void whoIsNoNamedProxyIsNotBelieved() throws Exception {
        try (var server = server(
                "--server.forward-headers-strategy=native", "--server.tomcat.remoteip.internal-proxies=192.0.2.7/32")) {
            assertThat(countedAs(server, SPOOFED)).isEqualTo("127.0.0.1");
        }
    }

    private static ConfigurableApplicationContext server(String... settings) {
        var application = new SpringApplication(Server.class);
        application.setRegisterShutdownHook(false);
        var all = new String[settings.length + 1];
        System.arraycopy(settings, 0, all, 1, settings.length);
        all[0] = "--server.port=0";
        return application.run(all);
    }

    private static String countedAs(ConfigurableApplicationContext server, String forwardedFor) throws Exception {
        var port = server.getEnvironment().getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                    .header("X-Forwarded-For", forwardedFor)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class})
    static class Server {

        @Bean
        ServletRegistrationBean<HttpServlet> address() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.getWriter().write(request.getRemoteAddr());
                        }
                    },
                    "/");
        }
    }
}
