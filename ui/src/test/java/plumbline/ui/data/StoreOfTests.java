package plumbline.ui.data;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import plumbline.engine.contract.InMemoryCandles;
import plumbline.engine.contract.InMemoryIssues;
import plumbline.engine.contract.InMemoryRuns;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupDuty;
import plumbline.engine.upkeep.BackupPlan;
import plumbline.engine.upkeep.Backups;
import plumbline.engine.upkeep.Progress;
import plumbline.engine.upkeep.StoreFacts;

/// A store in memory, with a ledger, a log and backups that are only noted.
final class StoreOfTests extends InMemoryCandles implements AuditLog {
    static final Instant NOW = Instant.parse("2024-08-09T00:05:00Z");
    static final long HOUR = Timeframe.H1.millis();

    private final IssueRepository issues = new InMemoryIssues(() -> NOW);
    final List<Entry> log = new ArrayList<>();
    final List<Backup> backups = new ArrayList<>();
    final List<Path> restored = new ArrayList<>();
    int streamed;
    boolean isBroken;

    StoreOfTests() {
        super(() -> NOW);
    }

    static SeriesKey key(String market, Timeframe timeframe) {
        return new SeriesKey(MarketId.parse(market), timeframe);
    }

    static long time(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }

    /// Candles from `from` to `to` without those in the holes.
    static CandleSeries candles(Timeframe timeframe, String from, String to, TimeRange... holes) {
        CandleSeries.Builder candles = CandleSeries.builder(1000);
        for (long t = time(from); t < time(to); t = timeframe.next(t)) {
            long at = t;
            if (List.of(holes).stream().noneMatch(h -> h.fromMs() <= at && at < h.toMs())) {
                candles.add(t, 10, 11, 9, 10, 1);
            }
        }
        return candles.build();
    }

    static TimeRange hole(String from, String to) {
        return new TimeRange(time(from), time(to));
    }

    DataServices services(InstantSource clock) {
        return new DataServices(
                this,
                issues,
                this,
                Optional.of(
                        new BackupDuty(
                                new Noted(),
                                this,
                                this,
                                new InMemoryRuns(),
                                () -> BackupPlan.USUAL)),
                "~/.plumbline/backups",
                () ->
                        new StoreFacts(
                                "H2",
                                "market.mv.db",
                                62_000_000,
                                6_280_000_000L,
                                List.of(),
                                List.of()),
                StoreNote.NONE,
                restored::add,
                clock);
    }

    @Override
    public void stream(
            SeriesKey key,
            TimeRange range,
            Consumer<CandleSeries> sink,
            BooleanSupplier cancelled) {
        streamed++;
        super.stream(key, range, sink, cancelled);
    }

    @Override
    public List<SeriesInfo> list() {
        if (isBroken) {
            throw new StorageException("the disk does not answer");
        }
        return super.list();
    }

    /// As if all of it were damaged.
    @Override
    public List<TimeRange> putAside(SeriesKey key) {
        return List.of(series(key).span(key.timeframe()));
    }

    @Override
    public void add(String action, String subject, String detail) {
        log.add(new Entry(log.size() + 1L, NOW, action, subject, detail, ""));
    }

    @Override
    public List<Entry> newest(int limit) {
        return log.reversed();
    }

    @Override
    public List<Entry> after(long number) {
        return List.of();
    }

    @Override
    public Verdict verify() {
        return new Verdict(log.size(), Optional.empty());
    }

    private final class Noted implements Backups {
        @Override
        public Backup make(BackupPlan plan, Progress progress, BooleanSupplier cancelled) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            Backup made = new Backup(Path.of("backups", "b" + backups.size() + ".zip"), NOW, 1_000);
            backups.addFirst(made);
            return made;
        }

        @Override
        public Backup makeAs(Path file, Progress progress, BooleanSupplier cancelled) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Backup> list() {
            return backups;
        }
    }
}
