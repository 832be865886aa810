package plumbline.simulator.coinbase;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.CandleSum;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;

/// `GET /products/{id}/candles`: time, low, high, open, close, volume, newest first. Both `start`
/// and `end` are of the range; one alone counts for nothing. Time without a trade has no row.
final class CoinbaseCandles {
    private static final Set<String> GRANULARITIES =
            Set.of("60", "300", "900", "3600", "21600", "86400");
    private static final int MOST = 300;

    private CoinbaseCandles() {}

    static byte[] json(MarketHistory history, Map<String, String> parameters, long nowMs) {
        String granularity = parameters.getOrDefault("granularity", "60");
        if (!GRANULARITIES.contains(granularity)) {
            throw CoinbaseRefusal.granularity();
        }
        long stepMs = Long.parseLong(granularity) * 1000;
        String start = parameters.get("start");
        String end = parameters.get("end");
        if (start == null || end == null) {
            long last = nowMs / stepMs * stepMs;
            return rows(history, last - (MOST - 1) * stepMs, last, stepMs, nowMs);
        }
        long from = timeMs("start", start);
        long to = timeMs("end", end);
        // a range of exactly 300 steps has 301 ends, and the venue gives them all
        if ((to - from) / stepMs > MOST) {
            throw CoinbaseRefusal.tooMany();
        }
        return rows(history, Math.ceilDiv(from, stepMs) * stepMs, to, stepMs, nowMs);
    }

    /// Seconds of the epoch, or a date and time; without an offset it is UTC.
    private static long timeMs(String name, @Nullable String value) {
        String text = String.valueOf(value);
        if (text.matches("[0-9]{1,11}")) {
            return Long.parseLong(text) * 1000;
        }
        try {
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) { // what the client wrote is told to it
            throw CoinbaseRefusal.invalid(name);
        }
    }

    private static byte[] rows(
            MarketHistory history, long fromMs, long toMs, long stepMs, long nowMs) {
        CandleSum sum = new CandleSum();
        WireText out = new WireText(1 << 14).character('[');
        boolean first = true;
        for (long open = Math.floorDiv(Math.min(toMs, nowMs), stepMs) * stepMs;
                open >= fromMs;
                open -= stepMs) {
            history.sum(open, open + stepMs, nowMs, sum);
            if (sum.trades() > 0) {
                out.text(first ? "[" : ",[");
                row(open, history.market(), sum, out);
                first = false;
            }
        }
        return out.character(']').toBytes();
    }

    private static void row(long openMs, SimulatedMarket market, CandleSum sum, WireText out) {
        int decimals = market.priceDecimals();
        out.number(openMs / 1000).character(',');
        for (long price : new long[] {sum.low(), sum.high(), sum.open(), sum.close()}) {
            out.text(plain(price, decimals)).character(',');
        }
        out.text(plain(sum.lots(), market.lotDecimals())).character(']');
    }

    /// A JSON number without zeros at its end.
    private static String plain(long units, int decimals) {
        BigDecimal number = BigDecimal.valueOf(units, decimals).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }
}
