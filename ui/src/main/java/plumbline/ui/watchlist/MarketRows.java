package plumbline.ui.watchlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.engine.feed.CandleQuery;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.PriceDecimals;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

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
        for (SeriesInfo info : repository.list()) {
            if (info.candles() > 0) {
                newest.merge(info.key().market(), info, MarketRows::newer);
            }
        }
        List<MarketRow> rows = new ArrayList<>();
        newest.values().forEach(info -> rows.add(row(info)));
        rows.sort(Comparator.comparing(row -> row.market().toString()));
        return rows;
    }

    private static SeriesInfo newer(SeriesInfo a, SeriesInfo b) {
        return b.lastOpenMs() > a.lastOpenMs() ? b : a;
    }

    private MarketRow row(SeriesInfo info) {
        MarketId market = info.key().market();
        List<Timeframe> offered = data.timeframes(market);
        Timeframe timeframe = offered.contains(Timeframe.H1) ? Timeframe.H1 : offered.getFirst();
        long from = info.lastOpenMs() - 2 * RECENT * timeframe.millis();
        CandleSeries candles = recent(new SeriesKey(market, timeframe), info, from);
        int n = candles.size();
        double[] close = Arrays.copyOfRange(candles.close(), Math.max(0, n - RECENT), n);
        return new MarketRow(
                market,
                info.source(),
                close,
                candles.close()[n - 1],
                PriceDecimals.of(close),
                change(candles),
                timeframe.next(candles.lastOpenMs()));
    }

    /// An hour that has not ended is left out, so that a short series may have none: then it is
    /// shown as it is stored.
    private CandleSeries recent(SeriesKey key, SeriesInfo info, long fromMs) {
        TimeRange range = new TimeRange(fromMs, Long.MAX_VALUE);
        boolean isLong = info.lastOpenMs() - info.firstOpenMs() >= key.timeframe().millis();
        return isLong ? data.load(key, range).candles() : repository.load(info.key(), range);
    }

    private static double change(CandleSeries candles) {
        long dayBefore = candles.lastOpenMs() - Timeframe.D1.millis();
        int at = candles.firstAtOrAfter(dayBefore + 1) - 1;
        double[] close = candles.close();
        return at < 0 ? Double.NaN : close[close.length - 1] / close[at] - 1;
    }
}
