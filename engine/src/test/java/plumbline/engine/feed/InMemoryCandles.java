package plumbline.engine.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Coverage;
import plumbline.engine.market.Covered;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.TimeRange;

/// A store that forgets everything when the test ends.
final class InMemoryCandles implements CandleRepository {
    private final Map<SeriesKey, TreeMap<Long, Candle>> candles = new LinkedHashMap<>();
    private final Map<SeriesKey, String> sources = new LinkedHashMap<>();
    private final Map<SeriesKey, List<Covered>> covered = new LinkedHashMap<>();
    private int changes;
    private int loads;

    @Override
    public UpsertResult upsert(SeriesKey key, CandleSeries series, TimeRange asked, String source) {
        changes++;
        covered.put(
                key,
                Coverage.plus(coverage(key), new Covered(asked, source, Instant.ofEpochMilli(0))));
        TreeMap<Long, Candle> stored = candles.computeIfAbsent(key, _ -> new TreeMap<>());
        sources.put(key, source);
        UpsertResult result = new UpsertResult(0, 0, 0);
        for (int i = 0; i < series.size(); i++) {
            Candle candle = series.candle(i);
            Candle before = stored.put(candle.openTimeMs(), candle);
            boolean same = candle.equals(before);
            result =
                    result.plus(
                            new UpsertResult(
                                    before == null ? 1 : 0,
                                    before != null && !same ? 1 : 0,
                                    same ? 1 : 0));
        }
        return result;
    }

    @Override
    public String version(SeriesKey key) {
        return "change " + changes;
    }

    /// How often candles were read.
    int loads() {
        return loads;
    }

    @Override
    public CandleSeries load(SeriesKey key, TimeRange range) {
        loads++;
        CandleSeries.Builder out = CandleSeries.builder(16);
        candles.getOrDefault(key, new TreeMap<>())
                .subMap(range.fromMs(), range.toMs())
                .values()
                .forEach(c ->
                        out.add(
                                c.openTimeMs(),
                                c.open(),
                                c.high(),
                                c.low(),
                                c.close(),
                                c.volume()));
        return out.build();
    }

    CandleSeries series(SeriesKey key) {
        return load(key, TimeRange.ALL);
    }

    @Override
    public Optional<SeriesInfo> info(SeriesKey key) {
        return list().stream().filter(info -> info.key().equals(key)).findFirst();
    }

    @Override
    public List<SeriesInfo> list() {
        return candles.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e ->
                        new SeriesInfo(
                                e.getKey(),
                                e.getValue().size(),
                                e.getValue().firstKey(),
                                e.getValue().lastKey(),
                                sources.getOrDefault(e.getKey(), "")))
                .toList();
    }

    @Override
    public void live(List<LiveCandle> live, String source) {
        for (LiveCandle one : live) {
            Candle c = one.candle();
            candles.computeIfAbsent(one.key(), _ -> new TreeMap<>()).put(c.openTimeMs(), c);
            sources.put(one.key(), source);
        }
    }

    @Override
    public void stream(
            SeriesKey key,
            TimeRange range,
            Consumer<CandleSeries> sink,
            BooleanSupplier cancelled) {
        sink.accept(load(key, range));
    }

    @Override
    public Optional<Candle> forming(SeriesKey key) {
        return Optional.empty();
    }

    @Override
    public List<Covered> coverage(SeriesKey key) {
        return covered.getOrDefault(key, List.of());
    }

    @Override
    public List<SlotSum> sums(SeriesKey key) {
        throw new UnsupportedOperationException("no test of files needs sums");
    }

    @Override
    public SeriesVerdict verify(SeriesKey key, BooleanSupplier cancelled) {
        CandleSeries all = series(key);
        return new SeriesVerdict(all.size(), 0, SeriesCheck.faults(all, key.timeframe()));
    }

    @Override
    public List<TimeRange> putAside(SeriesKey key) {
        return List.of();
    }

    @Override
    public boolean delete(SeriesKey key) {
        covered.remove(key);
        return candles.remove(key) != null;
    }
}
