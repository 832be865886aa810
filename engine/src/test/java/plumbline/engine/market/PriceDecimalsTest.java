package plumbline.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Decimals counted by eye.
class PriceDecimalsTest {

    @Test
    void asManyAsThePricesHave() {
        assertThat(PriceDecimals.of(42, 43)).isZero();
        assertThat(PriceDecimals.of(800.01, 800.1)).isEqualTo(2);
        assertThat(PriceDecimals.of(30_000.12)).isEqualTo(2);
        assertThat(PriceDecimals.of(0.0000013, 0.00000134)).isEqualTo(8);
        assertThat(PriceDecimals.of(0.000000001234)).isEqualTo(12);
        assertThat(PriceDecimals.of(1.234e-15)).isEqualTo(18);
    }

    /// Ten digits: 3.141592653|59, 31415.92653|59, 0.003141592653|59.
    @Test
    void butNotTheRoundingBehindThem() {
        assertThat(PriceDecimals.of(Math.PI)).isEqualTo(9);
        assertThat(PriceDecimals.of(Math.PI * 10_000)).isEqualTo(5);
        assertThat(PriceDecimals.of(Math.PI / 1000)).isEqualTo(12);
        assertThat(PriceDecimals.of(Math.PI * 1e12)).isZero();
    }

    @Test
    void ofNoPriceNone() {
        assertThat(PriceDecimals.of()).isZero();
        assertThat(PriceDecimals.of(0, 0)).isZero();
        assertThat(PriceDecimals.of(CandleSeries.empty())).isZero();
    }

    /// A high that only one candle has counts among few.
    @Test
    void ofCandlesTheirClosesAndHighs() {
        CandleSeries candles =
                CandleSeries.builder(2)
                        .add(0, 1.5, 1.625, 1.5, 1.5, 1)
                        .add(60_000, 1.5, 1.5, 1.5, 1.5, 1)
                        .build();

        assertThat(PriceDecimals.of(candles)).isEqualTo(3);
    }
}
