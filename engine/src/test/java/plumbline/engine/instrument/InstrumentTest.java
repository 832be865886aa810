package plumbline.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.engine.instrument.Instrument.Contract;
import plumbline.engine.instrument.Instrument.Limits;
import plumbline.engine.market.MarketId;

/// Rounding and writing of prices and quantities. Expected values are by hand.
class InstrumentTest {
    @ParameterizedTest
    @CsvSource({
        "0.01,6727.14,6727.14",
        "0.01,6727.1,6727.10",
        "0.10,6727.14,6727.1",
        "0.5,6727.14,6727.0",
        "0.5,6727.25,6727.0",
        "0.5,6727.75,6728.0",
        "0.25,99.9,100.00",
        "5,6727.14,6725",
        "10,6727.14,6730",
        "0.00000001,0.000012345,0.00001234",
        "1E-8,0.00000001,0.00000001",
        "100,0,0",
    })
    void aPriceIsWrittenInTicks(String tick, String price, String text) {
        Instrument instrument = Some.spot(tick, "1", Limits.NONE);

        assertThat(instrument.priceText(new BigDecimal(price))).isEqualTo(text);
        assertThat(instrument.priceText(Double.parseDouble(price))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001,1.9999,1.999",
        "0.1,0.09,0.0",
        "1,7.9,7",
        "100,1234,1200",
        "0.003,0.01,0.009"
    })
    void aQuantityIsRoundedDown(String lot, String quantity, String text) {
        assertThat(Some.spot("1", lot, Limits.NONE).quantityText(new BigDecimal(quantity)))
                .isEqualTo(text);
    }

    /// A rounded price is a multiple, is no further than a tick, and stays when it is rounded
    /// again.
    @Test
    void lawsOfRounding() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal tick = BigDecimal.valueOf(1 + random.nextInt(50), random.nextInt(9));
            BigDecimal price =
                    BigDecimal.valueOf(random.nextLong(1_000_000_000), random.nextInt(10));
            Instrument instrument =
                    Some.spot(tick.toPlainString(), tick.toPlainString(), Limits.NONE);
            for (RoundingMode mode :
                    new RoundingMode[] {
                        RoundingMode.UP, RoundingMode.DOWN, RoundingMode.HALF_EVEN
                    }) {
                BigDecimal rounded = instrument.roundPrice(price, mode);
                assertThat(rounded.remainder(tick)).isEqualByComparingTo(BigDecimal.ZERO);
                assertThat(rounded.subtract(price).abs()).isLessThan(tick);
                assertThat(instrument.roundPrice(rounded, mode)).isEqualTo(rounded);
            }
            assertThat(instrument.roundQuantity(price)).isLessThanOrEqualTo(price);
        }
    }

    /// An inverse contract of 100 USD is worth 100 USD at any price.
    @Test
    void whatAnOrderIsWorth() {
        Instrument inverse =
                new Instrument(
                        MarketId.parse("binance-coinm:BTC/USD:BTC"),
                        "BTCUSD_PERP",
                        InstrumentKind.PERPETUAL,
                        TradingStatus.TRADING,
                        Some.decimal("0.1"),
                        Some.decimal("1"),
                        Limits.NONE,
                        new Contract(Some.decimal("100"), true, "BTC", BigDecimal.ONE));

        assertThat(inverse.notional(Some.decimal("60000"), Some.decimal("3")))
                .isEqualByComparingTo("300");
        assertThat(Some.bitcoin().notional(Some.decimal("60000"), Some.decimal("0.5")))
                .isEqualByComparingTo("30000");
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,,,tick must be above 0",
        "-0.1,1,,,tick must be above 0",
        "0.1,0,,,lot must be above 0",
        "0.1,1,5,2,least quantity 5 is above the most",
        "0.1,1,-1,,least quantity must not be below 0",
    })
    void whatAVenueCannotMean(String tick, String lot, String least, String most, String why) {
        Limits limits =
                Some.limits(least == null ? "" : least, most == null ? "" : most, "", "", "");

        assertThatThrownBy(() -> Some.spot(tick, lot, limits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
