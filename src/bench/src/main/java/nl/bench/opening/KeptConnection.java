package nl.bench.opening;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * Asks over one connection that stays open for as long as the server likes, one question at a time, with as little work
 * as can be: whoever measures uses the same two cores. HTTP/1.1, and of that only what the servers here answer.
 */
final class KeptConnection implements AutoCloseable {

    private final URI site;
    private Socket socket;
    private InputStream in;

    /** @param site such as {@code http://localhost:8081} */
    KeptConnection(String site) throws IOException {
        this.site = URI.create(site);
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), site.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    record Answer(int status, byte[] body) {

        /** In characters that each stand for one byte. */
        String text() {
            return new String(body, ISO_8859_1);
        }
    }

    /** @param headers each with its end of line */
    Answer get(String path, String headers) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\n" + headers + "\r\n")
                        .getBytes(US_ASCII));
        var status = Integer.parseInt(line().substring(9, 12));
        var length = -1;
        var chunked = false;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            }
        }
        var answer = new Answer(status, chunked ? chunks() : in.readNBytes(Math.max(0, length)));
        if (last) {
            socket.close();
            connect();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            line.append((char) next);
        }
        in.read();
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
