package plumbline.storage.timescale;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.OpenStore;
import plumbline.engine.contract.RunRepositoryContract;
import plumbline.storage.TestStores;
import plumbline.storage.server.TimescaleServer;

class TimescaleRunRepositoryTest extends RunRepositoryContract {
    @RegisterExtension static final SharedStore SERVER = new SharedStore(TimescaleServer::empty);

    @TempDir private Path home;

    @Override
    protected OpenStore openStore() {
        return TestStores.ports(SERVER.open(home));
    }
}
