package plumbline.storage.h2;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;
import plumbline.storage.contract.CandleRepositoryContract;

class H2CandleRepositoryTest extends CandleRepositoryContract {
    @TempDir private Path home;

    @Override
    protected Stores openStores() {
        return TestStores.open(home);
    }
}
