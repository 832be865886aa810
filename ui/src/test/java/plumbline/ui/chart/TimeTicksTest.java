package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;
import plumbline.ui.chart.TimeTicks.Tick;

class TimeTicksTest {
    private static final TimeAxis HOURS = new TimeAxis(Walk.hours(24 * 60), Timeframe.H1);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// 24 candles of 5 pixels are 120 a day, more than the 92 asked for.
    @Test
    void standsAtMidnightWhereADayHasRoom() {
        Viewport view = view(HOURS, 600);
        view.zoom(5 / view.step(), 0);
        view.toOldest();

        List<Tick> ticks = TimeTicks.of(HOURS, view, 92);

        assertThat(ticks).extracting(Tick::index).containsExactly(0, 24, 48, 72, 96, 120);
        assertThat(ticks)
                .extracting(Tick::label)
                .containsExactly("1 Aug", "2 Aug", "3 Aug", "4 Aug", "5 Aug", "6 Aug");
    }

    @Test
    void emphasisesWhatStartsALargerUnit() {
        Viewport view = view(HOURS, 800);
        view.zoom(5 / view.step(), 0);
        view.toOldest();
        view.pan(28 * 24);

        List<Tick> ticks = TimeTicks.of(HOURS, view, 92);

        assertThat(ticks)
                .filteredOn(Tick::emphasised)
                .extracting(Tick::label)
                .containsExactly("1 Sep");
    }

    /// No candles from 2 to 5 August: the tick of the 2nd has nowhere to stand, and the first
    /// candle after the gap starts a day.
    @Test
    void leavesOutWhatLiesInAGap() {
        CandleSeries all = Walk.hours(24 * 30);
        CandleSeries.Builder some = CandleSeries.builder(700);
        for (int i = 0; i < all.size(); i++) {
            if (i < 24 || i >= 24 * 4 + 7) {
                some.add(all, i);
            }
        }
        TimeAxis axis = new TimeAxis(some.build(), Timeframe.H1);
        Viewport view = view(axis, 600);
        view.zoom(5 / view.step(), 0);
        view.toOldest();

        List<Tick> ticks = TimeTicks.of(axis, view, 92);

        assertThat(ticks).extracting(Tick::label).startsWith("1 Aug", "5 Aug", "6 Aug");
        assertThat(ticks.get(1).index()).isEqualTo(24);
    }

    @Test
    void goesOnBeyondTheNewestCandle() {
        assertThat(HOURS.time(24 * 60 + 5)).isEqualTo(Walk.time(24 * 60 + 5));
        assertThat(HOURS.atOrAfter(Walk.time(24 * 60 + 5))).isEqualTo(24 * 60 + 5);
        assertThat(HOURS.atOrAfter(Walk.time(24 * 60 + 5) - 1)).isEqualTo(24 * 60 + 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void labelsNeverCrowd(long seed) {
        Random random = new Random(seed);
        Viewport view = view(HOURS, 1_000);
        view.zoom(random.nextDouble(0.5, 60) / view.step(), 0);
        view.toOldest();
        view.pan(random.nextDouble(1_000));

        List<Tick> ticks = TimeTicks.of(HOURS, view, 92);

        for (int i = 1; i < ticks.size(); i++) {
            double apart = view.x(ticks.get(i).index()) - view.x(ticks.get(i - 1).index());
            assertThat(apart).isGreaterThanOrEqualTo(60 - 1e-6);
        }
    }

    @Test
    void roundsUpToUnitsOfTheCalendar() {
        assertThat(ceiling(40 * 86_400_000L, "2024-01-31T10:00:00Z"))
                .isEqualTo("2024-03-01T00:00:00Z");
        assertThat(ceiling(5 * 86_400_000L, "2024-02-27T00:00:01Z"))
                .isEqualTo("2024-03-01T00:00:00Z");
        assertThat(ceiling(3 * 3_600_000L, "2024-02-28T21:00:01Z"))
                .isEqualTo("2024-02-29T00:00:00Z");
        assertThat(ceiling(300 * 86_400_000L, "2024-02-28T21:00:01Z"))
                .isEqualTo("2025-01-01T00:00:00Z");
    }

    private static String ceiling(long atLeastMs, String time) {
        long round = TickUnit.atLeast(atLeastMs).ceiling(Instant.parse(time).toEpochMilli());
        return Instant.ofEpochMilli(round).toString();
    }

    private static Viewport view(TimeAxis axis, double width) {
        Viewport view = new Viewport();
        view.resize(width);
        view.showNewest(axis.candles().size());
        return view;
    }
}
