package plumbline.engine.instrument;

import java.math.BigDecimal;
import java.util.Optional;
import plumbline.engine.instrument.Instrument.Contract;
import plumbline.engine.instrument.Instrument.Limits;
import plumbline.engine.market.MarketId;

/// Instruments for tests.
final class Some {
    private Some() {}

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    static Optional<BigDecimal> limit(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(decimal(text));
    }

    /// BTC/USDT of Binance as of 2021: the filters of its exchangeInfo.
    static Instrument bitcoin() {
        return spot("0.01", "0.000001", limits("0.000001", "9000", "10", "0.01", "1000000"));
    }

    static Instrument spot(String tick, String lot, Limits limits) {
        return new Instrument(
                MarketId.parse("binance:BTC/USDT"),
                "BTCUSDT",
                InstrumentKind.SPOT,
                TradingStatus.TRADING,
                decimal(tick),
                decimal(lot),
                limits,
                Contract.of("BTC"));
    }

    static Limits limits(
            String minQuantity,
            String maxQuantity,
            String minNotional,
            String minPrice,
            String maxPrice) {
        return new Limits(
                limit(minQuantity),
                limit(maxQuantity),
                limit(minNotional),
                limit(minPrice),
                limit(maxPrice));
    }
}
