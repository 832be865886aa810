package plumbline.engine.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Resampler;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Nearest;

/// Candles of any timeframe of a stored market: as stored, or built of the coarsest stored series
/// that the timeframe can be built of.
///
/// Threads: any thread but the FX thread; the calls block.
public final class MarketData {
    private final CandleRepository repository;

    public MarketData(CandleRepository repository) {
        this.repository = repository;
    }

    /// Candles with where they come from.
    ///
    /// @param stored the timeframe in the store that they were read or built from
    public record Loaded(SeriesKey key, CandleSeries candles, String source, Timeframe stored) {}

    /// The candles that opened within `range`; a last candle that is not complete yet is left out
    /// when candles are built.
    ///
    /// @throws IllegalArgumentException if there is no such market, or nothing of it that the
    ///   timeframe can be built of, or nothing within the range; the message says what there is
    public Loaded load(SeriesKey key, TimeRange range) {
        SeriesInfo base = base(key);
        Timeframe stored = base.key().timeframe();
        CandleSeries candles;
        if (stored == key.timeframe()) {
            candles = repository.load(key, range);
        } else {
            // from the start of the coarse candle, so that none begins in the middle
            TimeRange whole =
                    range.fromMs() == Long.MIN_VALUE
                            ? range
                            : new TimeRange(
                                    Math.min(key.timeframe().openOf(range.fromMs()), range.toMs()),
                                    range.toMs());
            candles = built(repository.load(base.key(), whole), key.timeframe(), stored);
            candles = candles.between(range);
        }
        if (candles.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no candles of "
                            + key
                            + " in the given range; stored are "
                            + span(base));
        }
        return new Loaded(key, candles, base.source(), stored);
    }

    /// The timeframes of a market that [#load] can give, shortest first: those that are stored, and
    /// those that can be built and are short enough for a whole candle.
    public List<Timeframe> timeframes(MarketId market) {
        List<SeriesInfo> stored =
                repository.list().stream().filter(s -> s.key().market().equals(market)).toList();
        return List.of(Timeframe.values()).stream()
                .filter(t -> stored.stream().anyMatch(s -> gives(s, t)))
                .toList();
    }

    private static boolean gives(SeriesInfo stored, Timeframe wanted) {
        // twice its length holds a whole candle wherever it begins
        return stored.key().timeframe() == wanted
                || wanted.isBuiltFrom(stored.key().timeframe())
                        && stored.lastOpenMs() - stored.firstOpenMs() >= 2 * wanted.millis();
    }

    private SeriesInfo base(SeriesKey key) {
        Optional<SeriesInfo> exact = repository.info(key);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<SeriesInfo> all = repository.list();
        List<SeriesInfo> ofMarket =
                all.stream().filter(s -> s.key().market().equals(key.market())).toList();
        if (ofMarket.isEmpty()) {
            throw new IllegalArgumentException(unknownMarket(key.market(), all));
        }
        return ofMarket.stream()
                .filter(s -> key.timeframe().isBuiltFrom(s.key().timeframe()))
                .max(Comparator.comparingLong(s -> s.key().timeframe().millis()))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "candles of "
                                        + key
                                        + " cannot be built; stored of this market are "
                                        + timeframesOf(ofMarket)));
    }

    private static CandleSeries built(CandleSeries fine, Timeframe timeframe, Timeframe stored) {
        CandleSeries coarse = Resampler.resample(fine, timeframe);
        int n = coarse.size();
        boolean complete =
                n == 0
                        || Resampler.isComplete(
                                timeframe, coarse.lastOpenMs(), stored, fine.lastOpenMs());
        return complete ? coarse : coarse.slice(0, n - 1);
    }

    private static String unknownMarket(MarketId market, List<SeriesInfo> all) {
        List<String> known =
                all.stream().map(s -> s.key().market().toString()).distinct().sorted().toList();
        if (known.isEmpty()) {
            return "no market '"
                    + market
                    + "': the store is empty; import candles with 'plumbline data import', or use "
                    + SampleTrades.MARKET;
        }
        return Nearest.unknown("market", market.toString(), known);
    }

    private static String timeframesOf(List<SeriesInfo> series) {
        return String.join(", ", series.stream().map(s -> s.key().timeframe().code()).toList());
    }

    private static String span(SeriesInfo info) {
        return info.candles()
                + " candles from "
                + Instant.ofEpochMilli(info.firstOpenMs())
                + " to "
                + Instant.ofEpochMilli(info.lastOpenMs());
    }
}
