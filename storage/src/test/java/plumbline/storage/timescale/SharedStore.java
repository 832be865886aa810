package plumbline.storage.timescale;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import plumbline.storage.Stores;
import plumbline.storage.server.TestServer;

/// A server for the tests of a class: started before the first, emptied after each, given back
/// after the last.
final class SharedStore implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private final Callable<TestServer> start;
    private @Nullable TestServer server;

    /// @param start skips the tests if there can be no server
    SharedStore(Callable<TestServer> start) {
        this.start = start;
    }

    Stores open(Path home) {
        return Servers.open(home, started());
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server = start.call();
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        Servers.clean(started());
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        if (server != null) {
            server.close();
        }
    }

    private TestServer started() {
        if (server == null) {
            throw new IllegalStateException("there is no server before the tests begin");
        }
        return server;
    }
}
