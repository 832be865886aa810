package plumbline.storage.timescale;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.CandleRepositoryContract;
import plumbline.engine.contract.OpenStore;
import plumbline.storage.TestStores;
import plumbline.storage.server.ExternalServer;

class ExternalCandleRepositoryTest extends CandleRepositoryContract {
    @RegisterExtension static final SharedStore SERVER = new SharedStore(ExternalServer::empty);

    @TempDir private Path home;

    @Override
    protected OpenStore openStore() {
        return TestStores.ports(SERVER.open(home));
    }
}
