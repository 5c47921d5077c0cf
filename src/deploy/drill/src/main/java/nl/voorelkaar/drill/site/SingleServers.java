package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Path;

/** Each database on one server, that nobody minds. */
final class SingleServers implements Databases<SingleServer> {

    private final Path folder;
    private final Path certificates;
    private final String password;

    SingleServers(Path folder, Path certificates, String password) {
        this.folder = folder;
        this.certificates = certificates;
        this.password = password;
    }

    @Override
    public SingleServer start(String scope, String database) throws IOException {
        return new SingleServer(folder.resolve(scope), certificates, password);
    }

    @Override
    public void close() {
        // Each server is closed by who started it.
    }
}
