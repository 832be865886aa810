package plumbline.ui.watchlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.engine.feed.CandleQuery;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.PriceDecimals;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;

/// Reads what the list shows of each stored market: a few dozen candles of each.
///
/// Threads: any thread but the FX thread.
final class MarketRows {
    private static final int RECENT = 48;

    private final CandleRepository repository;
    private final CandleQuery data;

    MarketRows(CandleRepository repository, CandleQuery data) {
        this.repository = repository;
        this.data = data;
    }

    /// By venue and name.
    List<MarketRow> read() {
        Map<MarketId, SeriesInfo> newest = new LinkedHashMap<>();
        List<SeriesInfo> stored = repository.list();
        for (SeriesInfo info : stored) {
            if (info.candles() > 0) {
                newest.merge(info.key().market(), info, MarketRows::newer);
            }
        }
        List<MarketRow> rows = new ArrayList<>();
        newest.values().forEach(info -> rows.add(rowOrProblem(info, stored)));
        rows.sort(Comparator.comparing(row -> row.market().toString()));
        return rows;
    }

    private static SeriesInfo newer(SeriesInfo a, SeriesInfo b) {
        return b.lastOpenMs() > a.lastOpenMs() ? b : a;
    }

    /// One series that cannot be read takes nothing from the others.
    private MarketRow rowOrProblem(SeriesInfo info, List<SeriesInfo> stored) {
        try {
            return row(info, stored);
        } catch (StorageException | IllegalArgumentException | IllegalStateException e) {
            return MarketRow.broken(
                    info.key().market(),
                    info.source(),
                    info.key().timeframe().next(info.lastOpenMs()),
                    ErrorText.of(e));
        }
    }

    private MarketRow row(SeriesInfo info, List<SeriesInfo> stored) {
        MarketId market = info.key().market();
        List<Timeframe> offered = CandleQuery.timeframes(market, stored);
        Timeframe timeframe = offered.contains(Timeframe.H1) ? Timeframe.H1 : offered.getFirst();
        long from = info.lastOpenMs() - 2 * RECENT * timeframe.millis();
        LoadedSeries loaded = recent(new SeriesKey(market, timeframe), info, from);
        CandleSeries candles = loaded.candles();
        int n = candles.size();
        Candle forming = loaded.partial();
        double last = forming == null ? candles.close()[n - 1] : forming.close();
        double[] close = Arrays.copyOfRange(candles.close(), Math.max(0, n - RECENT), n + 1);
        close[close.length - 1] = last;
        return new MarketRow(
                market,
                info.source(),
                close,
                last,
                PriceDecimals.of(close),
                change(candles, last),
                info.key().timeframe().next(info.lastOpenMs()),
                "");
    }

    /// An hour that has not ended is left out, so that a short series may have none: then it is
    /// shown as it is stored.
    private LoadedSeries recent(SeriesKey key, SeriesInfo info, long fromMs) {
        TimeRange range = new TimeRange(fromMs, Long.MAX_VALUE);
        boolean isLong = info.lastOpenMs() - info.firstOpenMs() >= key.timeframe().millis();
        return isLong
                ? data.load(key, range)
                : new LoadedSeries(
                        info.key(),
                        repository.load(info.key(), range),
                        info.source(),
                        info.key().timeframe());
    }

    private static double change(CandleSeries candles, double last) {
        long dayBefore = candles.lastOpenMs() - Timeframe.D1.millis();
        int at = candles.firstAtOrAfter(dayBefore + 1) - 1;
        return at < 0 ? Double.NaN : last / candles.close()[at] - 1;
    }
}
