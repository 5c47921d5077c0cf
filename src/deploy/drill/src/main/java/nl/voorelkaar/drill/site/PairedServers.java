package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Each database on two servers under Patroni, on machines of their own where that is possible. */
final class PairedServers implements Databases<DatabasePair> {

    private final Path folder;
    private final Path settings;
    private final String password;
    private final Network network;
    private final Etcd etcd;

    /** @param files the folder {@code src/deploy} */
    PairedServers(Path files, Path folder, Path certificates, String password, Network network) throws IOException {
        this.folder = folder;
        this.password = password;
        this.network = network;
        settings = DatabasePair.settings(files.resolve("patroni").resolve("patroni.yml"), certificates);
        etcd = new Etcd(files.resolve("etcd").resolve("etcd.env"), folder.resolveSibling("etcd"), network.address());
    }

    @Override
    public DatabasePair start(String scope, String database) throws IOException {
        return new DatabasePair(
                scope,
                database,
                settings,
                folder,
                etcd.hosts(),
                password,
                List.of(network.machine(), network.machine()));
    }

    @Override
    public void close() {
        etcd.close();
    }
}
