package plumbline.engine.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

/// A store that forgets everything when the test ends.
final class InMemoryCandles implements CandleRepository {
    private final Map<SeriesKey, TreeMap<Long, Candle>> candles = new LinkedHashMap<>();
    private final Map<SeriesKey, String> sources = new LinkedHashMap<>();

    @Override
    public UpsertResult upsert(SeriesKey key, CandleSeries series, String source) {
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
    public CandleSeries load(SeriesKey key, TimeRange range) {
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
}
