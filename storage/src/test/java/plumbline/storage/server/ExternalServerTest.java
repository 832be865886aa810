package plumbline.storage.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;

class ExternalServerTest extends TimescaleContract {
    @Override
    TestServer empty() throws SQLException {
        return ExternalServer.empty();
    }

    @Override
    @BeforeEach
    void makeAHypertable() throws SQLException {
        assumeTrue(
                text("SELECT count(*) FROM pg_extension WHERE extname = 'timescaledb'").equals("1"),
                "TimescaleDB is not in use in the database that is named");
        super.makeAHypertable();
    }
}
