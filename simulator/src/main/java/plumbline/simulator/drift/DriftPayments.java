package plumbline.simulator.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.FundingRates;
import plumbline.simulator.market.MarketHistory;

/// `GET /market/{symbol}/fundingRates` and, as older servers have it, `GET /fundingRates`: what was
/// paid each hour of the last 30 days, newest first. A rate is money for one of the base.
final class DriftPayments {
    private static final int MOST = 750;
    private static final long KEPT = 30 * 24;
    private static final long HOUR_MS = 3_600_000;
    private static final int RATE_DECIMALS = 9;
    private static final int PRICE_DECIMALS = 6;

    private final MarketHistory history;
    private final FundingRates rates;
    private final long first;
    private final long last;

    DriftPayments(MarketHistory history, long venueSeed, long nowMs) {
        this.history = history;
        this.rates = new FundingRates(venueSeed, history.market(), 1);
        long listed = history.market().listedMs() / HOUR_MS + 1;
        this.last = (nowMs - secondsLate(nowMs / HOUR_MS * HOUR_MS) * 1000) / HOUR_MS;
        this.first = Math.max(listed, last - KEPT + 1);
    }

    /// With decimals; `page` is the hour before which rates are wanted.
    byte[] page(Map<String, String> parameters) {
        long limit = DriftServer.number(parameters, "limit", MOST);
        if (limit < 1 || limit > MOST) {
            throw DriftRefusal.invalid("limit");
        }
        long newest = Math.min(last, DriftServer.number(parameters, "page", last + 1) - 1);
        long oldest = Math.max(first, newest - limit + 1);
        WireText out = new WireText(1 << 14).text("{\"success\":true,\"records\":[");
        rows(newest, oldest, false, out);
        out.text("],\"meta\":{\"nextPage\":");
        out.text(oldest > first ? "\"" + oldest + "\"" : "null");
        return out.text("}}").toBytes();
    }

    /// Counted in billionths, and prices in millionths.
    byte[] older() {
        WireText out = new WireText(1 << 14).text("{\"fundingRates\":[");
        rows(last, first, true, out);
        return out.text("]}").toBytes();
    }

    private void rows(long newest, long oldest, boolean counted, WireText out) {
        for (long hour = newest; hour >= oldest; hour--) {
            long slot = hour * HOUR_MS;
            BigDecimal price =
                    BigDecimal.valueOf(
                            DriftBooks.millionths(history.indexPrice(slot)), PRICE_DECIMALS);
            BigDecimal money =
                    BigDecimal.valueOf(rates.paidAt(slot), 8)
                            .multiply(price, MathContext.DECIMAL128)
                            .setScale(RATE_DECIMALS, RoundingMode.HALF_EVEN);
            out.text(hour == newest ? "" : ",");
            out.text("{\"ts\":").number(slot / 1000 + secondsLate(slot));
            out.text(",\"fundingRate\":\"").text(shown(money, counted));
            out.text("\",\"oraclePriceTwap\":\"").text(shown(price, counted));
            out.text("\",\"symbol\":\"").text(history.market().symbol()).text("\"}");
        }
    }

    private static String shown(BigDecimal number, boolean counted) {
        return counted ? number.unscaledValue().toString() : number.toPlainString();
    }

    /// It is noted with the first trade of the hour.
    private long secondsLate(long slotMs) {
        return 1 + (rates.notedMs(slotMs) - slotMs);
    }
}
