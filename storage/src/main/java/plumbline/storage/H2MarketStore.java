package plumbline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.storage.h2.H2CandleRepository;
import plumbline.storage.h2.H2Database;
import plumbline.storage.table.SqlIssueRepository;
import plumbline.storage.table.SqlRunRepository;

/// Candles and runs in the home folder.
final class H2MarketStore implements MarketStore {
    private static final Logger LOG = LoggerFactory.getLogger(H2MarketStore.class);

    private final H2Database database;
    private final H2CandleRepository candles;
    private final IssueRepository issues;
    private final RunRepository runs;
    private final AtomicBoolean closed = new AtomicBoolean();

    H2MarketStore(H2Database database) {
        this.database = database;
        this.candles = new H2CandleRepository(database);
        this.issues = new SqlIssueRepository(database);
        this.runs = new SqlRunRepository(database);
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
        try {
            return new StoreFacts(
                    "H2",
                    database.name(),
                    Files.size(database.file()),
                    Files.getFileStore(database.file()).getUsableSpace(),
                    List.of(),
                    database.warning().stream().toList());
        } catch (IOException e) {
            throw new StorageException(
                    "cannot look at " + database.file() + ": " + ErrorText.of(e), e);
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            if (!database.isReadOnly()) {
                candles.seal();
            }
        } catch (StorageException e) {
            // they stay in the tail, where they are as safe
            LOG.warn("what came one by one could not be moved into chunks", e);
        } finally {
            database.close();
        }
    }
}
