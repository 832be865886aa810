package plumbline.storage.timescale;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plumbline.storage.Stores;
import plumbline.storage.contract.LiveContract;
import plumbline.storage.server.PostgresServer;

class PostgresLiveTest extends LiveContract {
    @RegisterExtension static final SharedStore SERVER = new SharedStore(PostgresServer::empty);

    @TempDir private Path home;

    @Override
    protected Stores openStores() {
        return SERVER.open(home);
    }
}
