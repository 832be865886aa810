package plumbline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.backtest.Revisions;
import plumbline.engine.backtest.RunData;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.feed.CandleQuery;
import plumbline.engine.feed.SampleTrades;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.report.ReportAssets;
import plumbline.engine.report.Reports;
import plumbline.engine.report.ResultWriter;
import plumbline.engine.strategy.StrategyLibrary;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.engine.text.ErrorText;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.BackupDuty;
import plumbline.engine.upkeep.BackupPlan;
import plumbline.engine.upkeep.Backups;
import plumbline.engine.upkeep.DataCheck;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.resources.AppResources;
import plumbline.storage.Recovery;
import plumbline.storage.Stores;

/// A home folder that is in use: the store, and what stands on it. The window and every command
/// that needs data have one.
///
/// Threads: any thread but the FX thread.
public final class OpenHome implements AutoCloseable {
    private final Home home;
    private final Stores stores;
    private final CandleQuery marketData;
    private final StrategyLibrary strategies = BuiltInStrategies.library();
    private final BacktestRunner runner;

    private OpenHome(Home home, Stores stores, InstantSource clock) {
        this.home = home;
        this.stores = stores;
        this.marketData = new CandleQuery(stores.candles());
        this.runner = new BacktestRunner(Version.text(), clock, Revisions.of(stores.issues()));
    }

    /// Opens the home with the store that its settings name.
    ///
    /// @throws StorageException if the home cannot be used, or the server not be reached; nothing
    ///   is left open
    public static OpenHome open(Home home, InstantSource clock) {
        return new OpenHome(
                home, StoreOpening.open(home, folder -> Stores.open(folder, clock)), clock);
    }

    /// The same for those who write no candles: a database that does not open is not restored.
    public static OpenHome openAsItIs(Home home, InstantSource clock) {
        return new OpenHome(
                home, StoreOpening.open(home, folder -> Stores.openAsItIs(folder, clock)), clock);
    }

    /// The same for those who only look: nothing is changed.
    public static OpenHome look(Home home, InstantSource clock) {
        return new OpenHome(
                home, StoreOpening.open(home, folder -> Stores.look(folder, clock)), clock);
    }

    public Home home() {
        return home;
    }

    public CandleRepository candles() {
        return stores.candles();
    }

    public RunRepository runs() {
        return stores.runs();
    }

    /// The ledger of faults.
    public IssueRepository issues() {
        return stores.issues();
    }

    /// Notes in the log what was just done.
    ///
    /// @throws StorageException if it cannot be noted; the message says that it was done
    public void note(String action, String subject, String detail) {
        note(audit(), action, subject, detail);
    }

    /// The same in the log of a home that is not open.
    ///
    /// @throws StorageException as the other
    public static void note(AuditLog audit, String action, String subject, String detail) {
        try {
            audit.add(action, subject, detail);
        } catch (StorageException e) {
            throw new StorageException(
                    action + " of " + subject + " was done, but not noted: " + ErrorText.of(e), e);
        }
    }

    /// Who changed what.
    public AuditLog audit() {
        return stores.audit();
    }

    /// The home's backups; empty if the store is a server, whose administrator makes them.
    public Optional<Backups> backups() {
        return stores.backups();
    }

    /// When a backup is due; empty if the candles are on a server.
    ///
    /// @param plan asked each time
    public Optional<BackupDuty> backupDuty(Supplier<BackupPlan> plan) {
        return stores.backups().map(b -> new BackupDuty(b, audit(), candles(), runs(), plan));
    }

    /// What the store is and what it lacks.
    public StoreFacts facts() {
        return stores.facts();
    }

    /// What was done because the database of candles did not open, if that was so.
    public Optional<Recovery> recovery() {
        return stores.recovery();
    }

    /// The check of what is stored.
    public DataCheck check() {
        return new DataCheck(stores.candles(), stores.issues(), stores.audit());
    }

    /// Keeps a run, so that `report` can make it again.
    public void keep(BacktestRun run) {
        String result = ResultWriter.text(run);
        runs().save(new StoredRun(run.identity().id(), run.identity().createdAt(), result));
    }

    /// Where the documents of a run go unless somebody says otherwise.
    public Path reportFolder(BacktestRun run) {
        return home.reports().resolve(run.identity().id());
    }

    public CandleQuery marketData() {
        return marketData;
    }

    public StrategyLibrary strategies() {
        return strategies;
    }

    public BacktestRunner runner() {
        return runner;
    }

    /// Writers of documents, with the bundled template and fonts.
    public static Reports reports() {
        return new Reports(
                new ReportAssets(
                        new String(bytes("reports/one-page.peb"), StandardCharsets.UTF_8),
                        bytes("fonts/Roboto-Regular.ttf"),
                        bytes("fonts/Roboto-Medium.ttf"),
                        bytes("fonts/Roboto-Bold.ttf"),
                        bytes("fonts/JetBrainsMono-Regular.ttf")));
    }

    /// Candles of a stored market; the bundled sample is stored when it is first asked for.
    ///
    /// @throws IllegalArgumentException if there are none; the message says what there is
    public LoadedSeries load(SeriesKey key, TimeRange range) {
        if (key.market().equals(SampleTrades.MARKET)) {
            storeSample();
        }
        return marketData.load(key, range);
    }

    /// The same with the candles before `range` that a strategy warms up on, as far as they are
    /// stored.
    ///
    /// @param warmup how many it needs
    /// @throws IllegalArgumentException if there are none in the range; the message says what there
    ///   is
    public RunData load(SeriesKey key, TimeRange range, int warmup) {
        if (warmup == 0 || range.fromMs() == TimeRange.ALL.fromMs()) {
            return RunData.within(load(key, range), range);
        }
        long reach = (warmup + 1L) * key.timeframe().millis();
        LoadedSeries near = load(key, new TimeRange(range.fromMs() - reach, range.toMs()));
        int before = near.candles().firstAtOrAfter(range.fromMs());
        // where candles are missing, those that are needed lie further back
        LoadedSeries enough =
                before >= warmup
                        ? near
                        : load(key, new TimeRange(TimeRange.ALL.fromMs(), range.toMs()));
        if (enough.candles().lastOpenMs() < range.fromMs()) {
            return RunData.within(load(key, range), range); // which says what there is
        }
        return RunData.within(enough, range);
    }

    /// Puts the bundled sample into the store if it is not there yet.
    public void storeSample() {
        if (SampleTrades.isStored(candles())) {
            return;
        }
        try (InputStream trades = AppResources.open(AppResources.SAMPLE_TRADES)) {
            SampleTrades.store(trades, candles());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled sample trades", e);
        }
    }

    private static byte[] bytes(String path) {
        try (InputStream in = AppResources.open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled file " + path, e);
        }
    }

    @Override
    public void close() {
        stores.close();
    }
}
