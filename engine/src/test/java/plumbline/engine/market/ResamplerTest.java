package plumbline.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    @Test
    void makesOneCandleOfTheTradesOfOnePeriod() {
        CandleSeries candles =
                Resampler.ofTrades(
                        List.of(
                                new TradeTick(60_000, 10, 0.1),
                                new TradeTick(60_000, 12, 0.2),
                                new TradeTick(119_999, 9, 0.3),
                                new TradeTick(240_000, 11, 1)),
                        Timeframe.M1);

        assertThat(candles.size()).isEqualTo(2);
        assertThat(candles.candle(0)).isEqualTo(new Candle(60_000, 10, 12, 9, 9, 0.6));
        assertThat(candles.candle(1)).isEqualTo(new Candle(240_000, 11, 11, 11, 11, 1));
    }

    @Test
    void fillsNoGaps() {
        CandleSeries minutes =
                CandleSeries.builder(3)
                        .add(0, 1, 1, 1, 1, 1)
                        .add(60_000, 2, 2, 2, 2, 1)
                        .add(3_600_000, 3, 3, 3, 3, 1)
                        .build();

        CandleSeries fives = Resampler.resample(minutes, Timeframe.M5);

        assertThat(fives.openTime()).containsExactly(0, 3_600_000);
        assertThat(fives.volume()).containsExactly(2, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "D1, 2024-02-28T23:59:00Z, 2024-02-28T00:00:00Z, 2024-02-29T00:00:00Z",
        "W1, 2024-02-28T23:59:00Z, 2024-02-26T00:00:00Z, 2024-03-04T00:00:00Z",
        "W1, 1969-12-31T00:00:00Z, 1969-12-29T00:00:00Z, 1970-01-05T00:00:00Z",
        "MONTH1, 2024-02-29T23:59:00Z, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
        "MONTH1, 2023-12-31T23:59:00Z, 2023-12-01T00:00:00Z, 2024-01-01T00:00:00Z",
        "H4, 2024-02-28T23:59:00Z, 2024-02-28T20:00:00Z, 2024-02-29T00:00:00Z",
    })
    void candlesBeginWhereTheirTimeframeSays(
            Timeframe timeframe, Instant at, Instant open, Instant next) {
        long opened = timeframe.openOf(at.toEpochMilli());

        assertThat(Instant.ofEpochMilli(opened)).isEqualTo(open);
        assertThat(Instant.ofEpochMilli(timeframe.next(opened))).isEqualTo(next);
    }

    /// Minutes to hours to days is minutes to days: for prices exactly, for volumes too, as decimal
    /// volumes are summed without error.
    @Test
    void inTwoStepsIsTheSameAsInOne() {
        Random random = new Random(5);
        CandleSeries.Builder builder = CandleSeries.builder(10_000);
        double price = 100;
        for (int i = 0; i < 10_000; i++) {
            if (random.nextInt(20) == 0) {
                continue;
            }
            double open = price;
            price = Math.max(1, price + random.nextInt(-50, 51) / 100.0);
            double high = Math.max(open, price) + 0.5;
            double low = Math.min(open, price) - 0.5;
            builder.add(i * 60_000L, open, high, low, price, random.nextInt(100_000) / 1000.0);
        }
        CandleSeries minutes = builder.build();

        CandleSeries steps =
                Resampler.resample(Resampler.resample(minutes, Timeframe.H1), Timeframe.D1);

        assertThat(steps.fingerprint())
                .isEqualTo(Resampler.resample(minutes, Timeframe.D1).fingerprint());
    }
}
