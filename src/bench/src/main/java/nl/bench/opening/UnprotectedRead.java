package nl.bench.opening;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What the same stack does when nobody is protected: one row by its key, as JSON. No token, no consent, no key, no log.
 * A program of its own; no part of the product.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
public class UnprotectedRead {

    /** @param arguments port, address of the database, user, password */
    public static void main(String[] arguments) {
        var application = new SpringApplication(UnprotectedRead.class);
        application.setDefaultProperties(Map.of(
                "server.port", arguments[0],
                "server.address", "127.0.0.1",
                "spring.main.banner-mode", "off",
                "spring.threads.virtual.enabled", "true",
                "spring.datasource.url", arguments[1],
                "spring.datasource.username", arguments[2],
                "spring.datasource.password", arguments[3],
                "spring.datasource.hikari.maximum-pool-size", "20",
                "logging.level.root", "warn"));
        application.run();
    }

    /** Not a controller that is found by itself: these classes are also on the class path of a measured face. */
    @Bean
    RouterFunction<ServerResponse> rows(JdbcClient sql) {
        return RouterFunctions.route()
                .GET(
                        "/{id}",
                        request -> ServerResponse.ok().body(row(sql, UUID.fromString(request.pathVariable("id")))))
                .build();
    }

    private static Row row(JdbcClient sql, UUID id) {
        return sql.sql("SELECT id, body FROM public.bench_read WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new Row(row.getObject(1, UUID.class), row.getString(2)))
                .single();
    }

    record Row(UUID id, String text) {}
}
