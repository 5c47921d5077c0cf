package nl.voorelkaar.portal.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A request that no browser would send. */
final class RawRequest {

    private RawRequest() {}

    /** @return the whole answer, status line first */
    static String send(String face, String method, String path, String host) {
        return sendFrom("127.0.0.1", face, method, path, host);
    }

    /** @param address of this machine, so that what is counted per address does not hinder others */
    static String sendFrom(String address, String face, String method, String path, String host) {
        return send(
                address,
                face,
                method + " " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nAccept: text/html, */*\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private static String send(String address, String face, String request) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", URI.create(face).getPort()));
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a page asks for something that is no page, with the cookie of a session that is over. @return the answer */
    static String late(String face, String path) {
        return send(
                "127.0.0.1",
                face,
                "GET " + path + " HTTP/1.1\r\nHost: " + URI.create(face).getAuthority()
                        + "\r\nAccept: */*\r\nSec-Fetch-Dest: empty\r\nCookie: VE_INWONER=0123456789ABCDEF0123456789ABCDEF"
                        + "\r\nConnection: close\r\n\r\n");
    }

    /** Asks for a WebSocket, as a page of this origin would. @return the head of the answer */
    static String handshake(String face, String path, String origin, Browser browser) {
        try (var socket = new Socket("127.0.0.1", URI.create(face).getPort())) {
            socket.setSoTimeout(30_000);
            var cookies = browser.cookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            var request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + URI.create(face).getAuthority()
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                            + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: " + cookies
                            + (origin.isEmpty() ? "" : "\r\nOrigin: " + origin) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var head = new StringBuilder();
            for (int c = 0; c >= 0 && head.indexOf("\r\n\r\n") < 0; ) {
                c = socket.getInputStream().read();
                head.append((char) c);
            }
            return head.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts sign-ins, by this path, until one is refused or far more than allowed were not. @return the last answer
     */
    static String untilBraked(String address, String face, String path) {
        var answer = "";
        for (var turn = 0; turn < 120 && !answer.startsWith("HTTP/1.1 429"); turn++) {
            answer = sendFrom(address, face, "GET", path, "localhost");
        }
        return answer;
    }
}
