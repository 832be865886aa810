package plumbline.ui.data;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Coverage;
import plumbline.engine.market.Covered;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupDuty;
import plumbline.engine.upkeep.Backups;
import plumbline.engine.upkeep.Progress;
import plumbline.engine.upkeep.StoreFacts;

/// A store in memory, with a ledger, a log and backups that are only noted.
final class StoreOfTests implements CandleRepository, IssueRepository, AuditLog {
    static final Instant NOW = Instant.parse("2024-08-09T00:05:00Z");
    static final long HOUR = Timeframe.H1.millis();

    final Map<SeriesKey, CandleSeries> series = new LinkedHashMap<>();
    final Map<SeriesKey, List<Covered>> asked = new LinkedHashMap<>();
    final List<DataIssue> issues = new ArrayList<>();
    final List<Entry> log = new ArrayList<>();
    final List<Backup> backups = new ArrayList<>();
    int streamed;
    boolean isBroken;

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
                this,
                this,
                Optional.of(new BackupDuty(new Noted(), this, this, new NoRuns())),
                "~/.plumbline/backups",
                () ->
                        new StoreFacts(
                                "H2",
                                "market.mv.db",
                                62_000_000,
                                6_280_000_000L,
                                List.of(),
                                List.of()),
                "",
                clock);
    }

    @Override
    public UpsertResult upsert(SeriesKey key, CandleSeries candles, TimeRange span, String source) {
        series.put(key, candles);
        Covered covered = new Covered(span, source, NOW);
        asked.put(key, Coverage.plus(coverage(key), covered));
        return new UpsertResult(candles.size(), 0, 0);
    }

    @Override
    public void live(List<LiveCandle> candles, String source) {
        throw new UnsupportedOperationException();
    }

    private CandleSeries of(SeriesKey key) {
        CandleSeries found = series.get(key);
        return found == null ? CandleSeries.empty() : found;
    }

    @Override
    public CandleSeries load(SeriesKey key, TimeRange range) {
        return of(key).between(range);
    }

    @Override
    public void stream(
            SeriesKey key,
            TimeRange range,
            Consumer<CandleSeries> sink,
            BooleanSupplier cancelled) {
        streamed++;
        stop(cancelled);
        sink.accept(load(key, range));
    }

    @Override
    public Optional<Candle> forming(SeriesKey key) {
        return Optional.empty();
    }

    @Override
    public Optional<SeriesInfo> info(SeriesKey key) {
        return list().stream().filter(i -> i.key().equals(key)).findFirst();
    }

    @Override
    public List<SeriesInfo> list() {
        if (isBroken) {
            throw new StorageException("the disk does not answer");
        }
        List<SeriesInfo> all = new ArrayList<>();
        series.forEach((key, c) ->
                all.add(new SeriesInfo(key, c.size(), c.firstOpenMs(), c.lastOpenMs(), "test")));
        return all;
    }

    @Override
    public List<Covered> coverage(SeriesKey key) {
        return asked.getOrDefault(key, List.of());
    }

    @Override
    public List<SlotSum> sums(SeriesKey key) {
        return List.of(new SlotSum(0, of(key).size(), 1, 1));
    }

    @Override
    public SeriesVerdict verify(SeriesKey key, BooleanSupplier cancelled) {
        stop(cancelled);
        CandleSeries candles = of(key);
        return new SeriesVerdict(candles.size(), 1, SeriesCheck.faults(candles, key.timeframe()));
    }

    private static void stop(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }

    @Override
    public List<TimeRange> putAside(SeriesKey key) {
        return List.of(of(key).span(key.timeframe()));
    }

    @Override
    public boolean delete(SeriesKey key) {
        return series.remove(key) != null;
    }

    @Override
    public List<DataIssue> list(SeriesKey key, Set<DataIssue.State> states) {
        return issues.stream()
                .filter(i -> i.key().equals(key) && states.contains(i.state()))
                .toList();
    }

    @Override
    public Settled settle(
            SeriesKey key, Set<SeriesCheck.Kind> looked, List<SeriesCheck.Fault> found) {
        issues.removeIf(i -> i.key().equals(key) && looked.contains(i.fault().kind()));
        found.forEach(f -> note(key, f));
        return new Settled(found.size(), 0, 0);
    }

    @Override
    public void note(SeriesKey key, SeriesCheck.Fault fault) {
        issues.add(new DataIssue(issues.size() + 1L, key, fault, DataIssue.State.OPEN, NOW, NOW));
    }

    @Override
    public int mark(SeriesKey key, SeriesCheck.Kind kind, TimeRange range, DataIssue.State state) {
        throw new UnsupportedOperationException();
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
        public Backup make(Progress progress, BooleanSupplier cancelled) {
            stop(cancelled);
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

    private static final class NoRuns implements RunRepository {
        @Override
        public void save(StoredRun run) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<StoredRun> find(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<StoredRun> last() {
            return Optional.empty();
        }

        @Override
        public List<String> newestIds(int limit) {
            return List.of();
        }
    }
}
