package plumbline.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WeekendTest {
    private static final Timeframe[] WITHIN_A_DAY = {
        Timeframe.M1, Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1
    };

    @RepeatedTest(200)
    void countsWhatWalkingThroughCounts(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Timeframe timeframe = WITHIN_A_DAY[random.nextInt(WITHIN_A_DAY.length)];
        long from = (random.nextLong(40_000) - 5_000) * 3_600_000 + random.nextInt(60) * 60_000L;
        long to = from + random.nextLong(30 * SeriesCheck.DAY);
        long walked = 0;
        for (long t = timeframe.next(from); t < to; t = timeframe.next(t)) {
            walked += SeriesCheck.isWeekend(t) ? 1 : 0;
        }

        assertThat(SeriesCheck.weekendCandles(from, to, timeframe)).isEqualTo(walked);
    }

    /// 400 years of seconds.
    @Test
    @Timeout(2)
    void oneWrongDigitInAYearTakesNoTime() {
        long years = 400L * 365 * SeriesCheck.DAY;

        assertThat(SeriesCheck.weekendCandles(0, years, Timeframe.of("1s").orElseThrow()))
                .isGreaterThan(3_000_000_000L);
    }
}
