package plumbline.storage.timescale;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plumbline.storage.Stores;
import plumbline.storage.contract.CandleRepositoryContract;
import plumbline.storage.server.TimescaleServer;

class TimescaleCandleRepositoryTest extends CandleRepositoryContract {
    @RegisterExtension static final SharedStore SERVER = new SharedStore(TimescaleServer::empty);

    @TempDir private Path home;

    @Override
    protected Stores openStores() {
        return SERVER.open(home);
    }
}
