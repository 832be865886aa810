package plumbline.storage.h2;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.LiveContract;
import plumbline.engine.contract.OpenStore;
import plumbline.storage.TestStores;

class H2LiveTest extends LiveContract {
    @TempDir private Path home;

    @Override
    protected OpenStore openStore() {
        return TestStores.ports(TestStores.open(home));
    }
}
