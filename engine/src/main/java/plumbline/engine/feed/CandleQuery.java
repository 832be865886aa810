package plumbline.engine.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.BuiltSeries.Built;
import plumbline.engine.feed.BuiltSeries.Wanted;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Resampler;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Suggestions;

/// Candles of any timeframe of a stored market: as stored, or built of the coarsest stored series
/// that the timeframe can be built of.
///
/// Threads: any thread but the FX thread; the calls block.
public final class CandleQuery {
    private final CandleRepository repository;
    private final BuiltSeries built;

    public CandleQuery(CandleRepository repository) {
        this(repository, BuiltSeries.usual());
    }

    /// @param built keeps what was built, until the stored series changes
    CandleQuery(CandleRepository repository, BuiltSeries built) {
        this.repository = repository;
        this.built = built;
    }

    /// The finished candles that opened within `range`; one that is not over yet is given apart.
    ///
    /// @throws IllegalArgumentException if there is no such market, or nothing of it that the
    ///   timeframe can be built of, or nothing within the range; the message says what there is
    public LoadedSeries load(SeriesKey key, TimeRange range) {
        SeriesInfo base = base(key);
        Timeframe stored = base.key().timeframe();
        CandleSeries candles;
        Candle partial;
        if (stored == key.timeframe()) {
            candles = repository.load(key, range);
            partial = repository.forming(key).filter(c -> within(range, c)).orElse(null);
        } else {
            Built coarse = coarse(base.key(), key.timeframe(), range);
            candles = coarse.finished();
            // one that the range cuts off may be over
            partial = range.toMs() > base.lastOpenMs() ? newest(base, key, range, coarse) : null;
        }
        if (candles.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no candles of "
                            + key
                            + " in the given range; stored are "
                            + span(base));
        }
        boolean isFirstPartial =
                stored != key.timeframe() && base.firstOpenMs() > candles.firstOpenMs();
        return new LoadedSeries(key, candles, base.source(), stored, partial, isFirstPartial);
    }

    /// The coarse candle that is not over yet, with the finer one in it that is not over either.
    private @Nullable Candle newest(SeriesInfo base, SeriesKey key, TimeRange range, Built coarse) {
        Candle built = coarse.last();
        Candle forming = repository.forming(base.key()).filter(c -> within(range, c)).orElse(null);
        if (forming == null || forming.openTimeMs() <= base.lastOpenMs()) {
            return built;
        }
        long open = key.timeframe().openOf(forming.openTimeMs());
        if (built != null) {
            return built.openTimeMs() == open ? joined(built, forming) : built;
        }
        Candle alone =
                new Candle(
                        open,
                        forming.open(),
                        forming.high(),
                        forming.low(),
                        forming.close(),
                        forming.volume());
        return within(range, alone) ? alone : null;
    }

    private static Candle joined(Candle first, Candle next) {
        return new Candle(
                first.openTimeMs(),
                first.open(),
                Math.max(first.high(), next.high()),
                Math.min(first.low(), next.low()),
                next.close(),
                first.volume() + next.volume());
    }

    private Built coarse(SeriesKey base, Timeframe timeframe, TimeRange range) {
        Wanted wanted = new Wanted(base, timeframe, range);
        String version = repository.version(base);
        Built known = built.find(wanted, version);
        if (known != null) {
            return known;
        }
        // from the start of the coarse candle, so that none begins in the middle
        TimeRange whole =
                range.fromMs() == Long.MIN_VALUE
                        ? range
                        : new TimeRange(
                                Math.min(timeframe.openOf(range.fromMs()), range.toMs()),
                                range.toMs());
        CandleSeries fine = repository.load(base, whole);
        CandleSeries coarse = Resampler.resample(fine, timeframe);
        int n = coarse.size();
        boolean over =
                n == 0
                        || Resampler.isComplete(
                                timeframe,
                                coarse.lastOpenMs(),
                                base.timeframe(),
                                fine.lastOpenMs());
        Built made =
                new Built(
                        coarse.slice(0, over ? n : n - 1).between(range),
                        over || !within(range, coarse.candle(n - 1)) ? null : coarse.candle(n - 1));
        built.keep(wanted, version, made);
        return made;
    }

    private static boolean within(TimeRange range, Candle candle) {
        return candle.openTimeMs() >= range.fromMs() && candle.openTimeMs() < range.toMs();
    }

    /// The timeframes of a market that [#load] can give, shortest first: those that are stored, and
    /// those that can be built and are short enough for a whole candle.
    public List<Timeframe> timeframes(MarketId market) {
        return timeframes(market, repository.list());
    }

    /// The same for who has the list of the stored series.
    public static List<Timeframe> timeframes(MarketId market, List<SeriesInfo> stored) {
        List<SeriesInfo> ofMarket =
                stored.stream().filter(s -> s.key().market().equals(market)).toList();
        return List.of(Timeframe.values()).stream()
                .filter(t -> ofMarket.stream().anyMatch(s -> gives(s, t)))
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

    private static String unknownMarket(MarketId market, List<SeriesInfo> all) {
        List<String> known =
                all.stream().map(s -> s.key().market().toString()).distinct().sorted().toList();
        if (known.isEmpty()) {
            return "no market '"
                    + market
                    + "': the store is empty; import candles with 'plumbline data import', or use "
                    + SampleTrades.MARKET;
        }
        return Suggestions.unknown("market", market.toString(), known);
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
