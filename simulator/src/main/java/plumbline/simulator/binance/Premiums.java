package plumbline.simulator.binance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.FundingRates;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.Markets;

/// `GET premiumIndex` and `GET fundingRate`: what futures should cost, and what their holders pay
/// each other.
///
/// Threads: any thread.
final class Premiums {
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int WIRE = 8;
    private static final long HOUR_MS = 3_600_000;

    private final long venueSeed;
    private final Markets markets;

    Premiums(long venueSeed, Markets markets) {
        this.venueSeed = venueSeed;
        this.markets = markets;
    }

    /// Mark price, index price and the rate to come.
    ///
    /// @param one whether a single object is answered
    byte[] now(List<FuturesContract> contracts, boolean one, long nowMs) {
        WireText out = new WireText(256 * contracts.size());
        out.text(one ? "" : "[");
        for (int i = 0; i < contracts.size(); i++) {
            out.text(i == 0 ? "" : ",");
            addNow(contracts.get(i), nowMs, out);
        }
        return out.text(one ? "" : "]").toBytes();
    }

    private void addNow(FuturesContract contract, long nowMs, WireText out) {
        MarketHistory history = history(contract, nowMs);
        String index = decimal(history.indexPrice(nowMs));
        out.text("{\"symbol\":\"").text(contract.market().symbol());
        out.text("\",\"markPrice\":\"").text(decimal(history.markPrice(nowMs)));
        out.text("\",\"indexPrice\":\"").text(index);
        out.text("\",\"estimatedSettlePrice\":\"").text(index);
        if (contract.isPerpetual()) {
            FundingRates rates = rates(contract);
            long interval = rates.intervalMs();
            out.text("\",\"lastFundingRate\":\"").text(rate(rates.rateAt(nowMs)));
            out.text("\",\"interestRate\":\"").text(rate(FundingRates.INTEREST));
            out.text("\",\"nextFundingTime\":").number((nowMs / interval + 1) * interval);
        } else {
            out.text("\",\"lastFundingRate\":\"\",\"interestRate\":\"\",\"nextFundingTime\":0");
        }
        out.text(",\"time\":").number(nowMs).character('}');
    }

    /// One payment.
    private record Paid(MarketHistory history, FundingRates rates, long slotMs) {

        long notedMs() {
            return rates.notedMs(slotMs);
        }
    }

    /// What was paid: the oldest from `startTime` on, else the newest; oldest first.
    byte[] paid(List<FuturesContract> contracts, Parameters parameters, long nowMs) {
        int limit = parameters.limit(USUAL, MOST);
        OptionalLong start = parameters.number("startTime");
        long end = Math.min(parameters.number("endTime").orElse(nowMs), nowMs);
        List<FuturesContract> perpetuals =
                contracts.stream().filter(FuturesContract::isPerpetual).toList();
        long listed = perpetuals.stream().mapToLong(c -> c.market().listedMs()).min().orElse(nowMs);
        long from = Math.max(listed, start.orElse(listed));
        Deque<Paid> paid = new ArrayDeque<>();
        if (start.isPresent()) {
            long first = from / HOUR_MS * HOUR_MS;
            for (long slot = first; slot <= end && paid.size() < limit; slot += HOUR_MS) {
                at(slot, perpetuals, from, end).forEach(paid::addLast);
            }
        } else {
            for (long slot = end / HOUR_MS * HOUR_MS;
                    slot >= from && paid.size() < limit;
                    slot -= HOUR_MS) {
                at(slot, perpetuals, from, end).reversed().forEach(paid::addFirst);
            }
        }
        List<Paid> rows = List.copyOf(paid); // the last hour may have brought more than wanted
        int surplus = Math.max(0, rows.size() - limit);
        return text(
                start.isPresent()
                        ? rows.subList(0, rows.size() - surplus)
                        : rows.subList(surplus, rows.size()));
    }

    private List<Paid> at(long slotMs, List<FuturesContract> perpetuals, long fromMs, long endMs) {
        List<Paid> paid = new ArrayList<>();
        for (FuturesContract contract : perpetuals) {
            FundingRates rates = rates(contract);
            long noted = rates.notedMs(slotMs);
            if (slotMs % rates.intervalMs() == 0
                    && slotMs > contract.market().listedMs()
                    && noted >= fromMs
                    && noted <= endMs) {
                paid.add(new Paid(history(contract, slotMs), rates, slotMs));
            }
        }
        return paid;
    }

    private static byte[] text(List<Paid> payments) {
        WireText out = new WireText(120 * payments.size());
        out.character('[');
        boolean first = true;
        for (Paid paid : payments) {
            out.text(first ? "{\"symbol\":\"" : ",{\"symbol\":\"");
            first = false;
            out.text(paid.history().market().symbol());
            out.text("\",\"fundingTime\":").number(paid.notedMs());
            out.text(",\"fundingRate\":\"").text(rate(paid.rates().paidAt(paid.slotMs())));
            out.text("\",\"markPrice\":\"").text(decimal(paid.history().markPrice(paid.slotMs())));
            out.text("\"}");
        }
        return out.character(']').toBytes();
    }

    private MarketHistory history(FuturesContract contract, long nowMs) {
        return markets.find(contract.market().symbol(), nowMs).orElseThrow(Refusal::symbol);
    }

    private FundingRates rates(FuturesContract contract) {
        return new FundingRates(venueSeed, contract.market(), contract.fundingHours());
    }

    private static String rate(long units) {
        return BigDecimal.valueOf(units, WIRE).toPlainString();
    }

    private static String decimal(double price) {
        return new BigDecimal(price).setScale(WIRE, RoundingMode.HALF_EVEN).toPlainString();
    }
}
