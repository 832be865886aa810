package plumbline.storage.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// TimescaleDB, compiled to WebAssembly and run by Node.js. The extension can be created, and is
/// not yet.
///
/// What it cannot do: all connections are one session, and each waits until the transaction of the
/// other is over. So locks never keep connections apart, settings and temporary tables are seen by
/// all, and a thread that has a transaction open on one connection must not use another. Jobs, such
/// as those of policies, never run by themselves. There is one database at a time: an empty one
/// takes the place of the last.
public final class TimescaleServer implements TestServer {
    private static @Nullable TimescaleProcess shared;

    private final TimescaleProcess process;
    private final boolean own;

    private TimescaleServer(TimescaleProcess process, boolean own) {
        this.process = process;
        this.own = own;
    }

    /// An empty database, made in 1 s; the first one takes 3 s.
    public static synchronized TestServer empty() {
        Path folder = folder();
        try {
            if (shared == null) {
                shared = TimescaleProcess.start(folder);
            } else {
                shared.fresh();
            }
            return new TimescaleServer(shared, false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start TimescaleDB from " + folder, e);
        }
    }

    /// An empty database on a server of its own that refuses what the extension's Apache part does
    /// not have: compression, continuous aggregates, and policies.
    public static TestServer emptyWithApacheLicence() {
        Path folder = folder();
        try {
            return new TimescaleServer(TimescaleProcess.start(folder, "--apache"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start TimescaleDB from " + folder, e);
        }
    }

    private static Path folder() {
        String name = System.getProperty("plumbline.timescale", "");
        Path folder = Path.of(name);
        assumeTrue(
                !name.isEmpty() && Files.exists(folder.resolve("node_modules")),
                "no TimescaleDB: set -Dplumbline.timescale to the folder tools/timescale after"
                        + " npm ci there (./verify does both)");
        return folder;
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + process.port() + "/postgres";
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public String password() {
        return "postgres";
    }

    @Override
    public void close() {
        if (own) {
            process.close();
        }
    }
}
