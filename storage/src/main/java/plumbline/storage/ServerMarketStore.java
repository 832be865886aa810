package plumbline.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.Fingerprint;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.StorageException;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.storage.h2.DamagedStoreException;
import plumbline.storage.h2.H2CandleRepository;
import plumbline.storage.h2.H2Database;
import plumbline.storage.migration.Schema;
import plumbline.storage.migration.ServerSchema;
import plumbline.storage.table.SqlIssueRepository;
import plumbline.storage.table.SqlRunRepository;
import plumbline.storage.timescale.ServerCandleRepository;
import plumbline.storage.timescale.ServerDatabase;
import plumbline.storage.timescale.ServerState;

/// Candles and runs on a server, with copies of what was read in the home folder.
final class ServerMarketStore implements MarketStore {
    private final ServerDatabase database;
    private final H2Database copies;
    private final ServerState state;
    private final CandleRepository candles;
    private final IssueRepository issues;
    private final RunRepository runs;

    private ServerMarketStore(ServerDatabase database, H2Database copies, ServerState state) {
        this.database = database;
        this.copies = copies;
        this.state = state;
        this.candles = new ServerCandleRepository(database, state, new H2CandleRepository(copies));
        this.issues = new SqlIssueRepository(database);
        this.runs = new SqlRunRepository(database);
    }

    /// Connects, makes or changes the tables if they are not current, and looks what the server can
    /// do.
    ///
    /// @param home an existing folder that can be written to, absolute
    /// @throws StorageException if the server cannot be reached or refuses
    static ServerMarketStore open(Path home, ServerAddress address) {
        ServerDatabase database = new ServerDatabase(address);
        try {
            ServerSchema.bringUpToDate(database);
            ServerState state = database.setUp();
            return new ServerMarketStore(database, copies(home, address), state);
        } catch (StorageException e) {
            database.close();
            throw e;
        }
    }

    /// Copies can be had again: those that are damaged are thrown away.
    private static H2Database copies(Path home, ServerAddress address) {
        String name = copiesName(address);
        H2Database copies = H2Database.cache(home, name);
        try {
            Schema.MARKET.bringUpToDate(copies);
            return copies;
        } catch (DamagedStoreException e) {
            copies.close();
            H2Database.discardCache(home, name);
            H2Database again = H2Database.cache(home, name);
            Schema.MARKET.bringUpToDate(again);
            return again;
        }
    }

    private static String copiesName(ServerAddress address) {
        String whole = Fingerprint.of(address.identity());
        return whole.substring(whole.length() - 8);
    }

    /// Whether a home has copies of what is on a server.
    static boolean hasCopies(Path home, ServerAddress address) {
        return Files.exists(home.resolve("cache-" + copiesName(address) + ".mv.db"));
    }

    /// Throws such copies away; they are not open.
    static void discardCopies(Path home, ServerAddress address) {
        H2Database.discardCache(home, copiesName(address));
    }

    @Override
    public CandleRepository candles() {
        return candles;
    }

    @Override
    public IssueRepository issues() {
        return issues;
    }

    @Override
    public RunRepository runs() {
        return runs;
    }

    @Override
    public StoreFacts facts() {
        long bytes =
                database.read(
                        "ask how large the database is",
                        connection -> {
                            try (Statement statement = connection.createStatement();
                                    ResultSet row =
                                            statement.executeQuery(
                                                    "SELECT"
                                                            + " pg_database_size(current_database())")) {
                                row.next();
                                return row.getLong(1);
                            }
                        });
        return new StoreFacts(name(state), database.name(), bytes, -1, state.lacking(), List.of());
    }

    private static String name(ServerState state) {
        String server = "PostgreSQL " + state.serverVersion();
        return state.timescaleVersion() == null
                ? server
                : "TimescaleDB " + state.timescaleVersion() + " on " + server;
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            copies.close();
        }
    }
}
