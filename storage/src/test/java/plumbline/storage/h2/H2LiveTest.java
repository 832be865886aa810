package plumbline.storage.h2;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;
import plumbline.storage.contract.LiveContract;

class H2LiveTest extends LiveContract {
    @TempDir private Path home;

    @Override
    protected Stores openStores() {
        return TestStores.open(home);
    }
}
