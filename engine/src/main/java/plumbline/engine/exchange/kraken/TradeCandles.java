package plumbline.engine.exchange.kraken;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// Candles made of trades the way Kraken makes its own: open, high, low and close are prices of
/// trades, the volume is their sum, and where nothing was traded the candle is flat at the close
/// before it. Before the first trade there are none.
///
/// Sums are of decimals, and become the nearest double at the end.
///
/// Not thread-safe.
final class TradeCandles {
    private final Timeframe timeframe;
    private final List<Slot> slots = new ArrayList<>();

    TradeCandles(Timeframe timeframe) {
        this.timeframe = timeframe;
    }

    private static final class Slot {
        private final long openMs;
        private final BigDecimal open;
        private BigDecimal high;
        private BigDecimal low;
        private BigDecimal close;
        private BigDecimal volume = BigDecimal.ZERO;

        private Slot(long openMs, BigDecimal price) {
            this.openMs = openMs;
            open = price;
            high = price;
            low = price;
            close = price;
        }

        private void add(MarketTrade trade) {
            high = high.max(trade.price());
            low = low.min(trade.price());
            close = trade.price();
            volume = volume.add(trade.quantity());
        }
    }

    /// Trades that come after all that were added before.
    void add(List<MarketTrade> trades) {
        for (MarketTrade trade : trades) {
            long open = timeframe.openOf(trade.timeMs());
            if (slots.isEmpty() || slots.getLast().openMs != open) {
                slots.add(new Slot(open, trade.price()));
            }
            slots.getLast().add(trade);
        }
    }

    /// When the candle of the first trade opens; empty if there was none.
    Optional<Long> firstOpenMs() {
        return slots.isEmpty() ? Optional.empty() : Optional.of(slots.getFirst().openMs);
    }

    /// Those that open from one time on and before another.
    ///
    /// @param before the price of the last trade before, empty if there was none
    CandleSeries between(long fromMs, long toMs, Optional<BigDecimal> before) {
        CandleSeries.Builder candles = CandleSeries.builder(slots.size());
        long at = fromMs;
        double flat = before.map(BigDecimal::doubleValue).orElse(Double.NaN);
        for (Slot slot : slots) {
            if (slot.openMs >= toMs) {
                break;
            }
            at = fill(candles, at, slot.openMs, flat);
            flat = slot.close.doubleValue();
            candles.add(
                    at,
                    slot.open.doubleValue(),
                    slot.high.doubleValue(),
                    slot.low.doubleValue(),
                    flat,
                    slot.volume.doubleValue());
            at = timeframe.next(at);
        }
        fill(candles, at, toMs, flat);
        return candles.build();
    }

    private long fill(CandleSeries.Builder candles, long fromMs, long toMs, double price) {
        if (Double.isNaN(price)) {
            return toMs;
        }
        long at = fromMs;
        while (at < toMs) {
            candles.add(at, price, price, price, price, 0);
            at = timeframe.next(at);
        }
        return at;
    }
}
