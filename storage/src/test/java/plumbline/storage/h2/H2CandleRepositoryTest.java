package plumbline.storage.h2;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.CandleRepositoryContract;
import plumbline.engine.contract.OpenStore;
import plumbline.storage.TestStores;

class H2CandleRepositoryTest extends CandleRepositoryContract {
    @TempDir private Path home;

    @Override
    protected OpenStore openStore() {
        return TestStores.ports(TestStores.open(home));
    }
}
