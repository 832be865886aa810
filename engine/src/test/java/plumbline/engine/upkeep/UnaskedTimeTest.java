package plumbline.engine.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.Covered;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// A gap that was asked for is told from time that nobody asked for. Times are minutes.
class UnaskedTimeTest {
    private static final long MINUTE = 60_000;

    private static Fault gap(long from, long to) {
        return new Fault(Kind.GAP, from * MINUTE, to * MINUTE, to - from, "");
    }

    /// Kind, first and last minute, and candles of each part of the gap 10 to 20.
    private static List<String> parts(long... asked) {
        List<Covered> covered = new ArrayList<>();
        for (int i = 0; i < asked.length; i += 2) {
            TimeRange range = new TimeRange(asked[i] * MINUTE, asked[i + 1] * MINUTE);
            covered.add(new Covered(range, "test", Instant.EPOCH));
        }
        return new UnaskedTime(Timeframe.M1, covered)
                .toldApart(List.of(gap(10, 20))).stream()
                        .map(f ->
                                f.kind()
                                        + " "
                                        + f.fromMs() / MINUTE
                                        + "-"
                                        + f.toMs() / MINUTE
                                        + ": "
                                        + f.candles())
                        .toList();
    }

    @Test
    void aGapThatWasAskedForIsOne() {
        assertThat(parts(0, 30)).containsExactly("GAP 10-20: 10");
        assertThat(parts(10, 15, 15, 20)).containsExactly("GAP 10-20: 10");
    }

    @Test
    void timeThatNobodyAskedForIsNone() {
        assertThat(parts()).containsExactly("UNASKED 10-20: 10");
        assertThat(parts(0, 10, 20, 30)).containsExactly("UNASKED 10-20: 10");
    }

    @Test
    void aGapMayBeBoth() {
        assertThat(parts(0, 13, 20, 30)).containsExactly("GAP 10-13: 3", "UNASKED 13-20: 7");
        assertThat(parts(0, 10, 15, 30)).containsExactly("UNASKED 10-15: 5", "GAP 15-20: 5");
        assertThat(parts(12, 14))
                .containsExactly("UNASKED 10-12: 2", "GAP 12-14: 2", "UNASKED 14-20: 6");
        assertThat(parts(0, 12, 14, 30))
                .containsExactly("GAP 10-12: 2", "UNASKED 12-14: 2", "GAP 14-20: 6");
    }

    @Test
    void otherFaultsStayAsTheyAre() {
        Fault candle = new Fault(Kind.CANDLE, 0, MINUTE, 1, "high 1 is below low 2");

        assertThat(new UnaskedTime(Timeframe.M1, List.of()).toldApart(List.of(candle)))
                .containsExactly(candle);
    }
}
