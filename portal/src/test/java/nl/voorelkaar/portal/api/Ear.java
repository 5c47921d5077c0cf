package nl.voorelkaar.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a program of somebody else hears that something happened. Keeps all that comes, and answers what it is told to.
 */
final class Ear implements AutoCloseable {

    /** An Ed25519 key as others write it, RFC 8410 §4. */
    private static final byte[] HEAD_OF_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile Callable<Integer> answer = () -> 204;

    Ear() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/haak?van=ons";
    }

    /** From now on; may take its time. */
    void answers(Callable<Integer> status) {
        answer = status;
    }

    List<Heard> heard() {
        return heard;
    }

    /** Kinds and what they are about, in the order of coming. */
    List<String> said() {
        return heard.stream().map(Heard::said).toList();
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            heard.add(new Heard(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(answer.call(), -1);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Heard(String request, String id, String timestamp, String signature, byte[] body) {

        JsonNode message() {
            return JsonMapper.shared().readTree(body);
        }

        String said() {
            var data = message().get("data").propertyStream().findFirst().orElseThrow();
            return message().get("type").asString() + " " + data.getValue().asString();
        }

        /** As Standard Webhooks 1.0 has it, with nothing of ours. */
        void isSignedWith(String key) throws GeneralSecurityException {
            assertThat(key).startsWith("whpk_");
            var encoded = new ByteArrayOutputStream();
            encoded.writeBytes(HEAD_OF_KEY);
            encoded.writeBytes(Base64.getDecoder().decode(key.substring("whpk_".length())));
            var check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
            check.update((id + "." + timestamp + ".").getBytes(UTF_8));
            check.update(body);
            assertThat(signature).startsWith("v1a,");
            assertThat(check.verify(Base64.getDecoder().decode(signature.substring("v1a,".length()))))
                    .as("signature of %s", id)
                    .isTrue();
        }
    }
}
