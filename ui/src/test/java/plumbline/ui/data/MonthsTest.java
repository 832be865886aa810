package plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.ui.data.StoreOfTests.hole;
import static plumbline.ui.data.StoreOfTests.key;
import static plumbline.ui.data.StoreOfTests.time;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Covered;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.ui.data.Months.Kind;

class MonthsTest {
    private static final int JANUARY = 2024 * 12;

    private static SeriesInfo info(CandleSeries c, Timeframe timeframe) {
        return new SeriesInfo(
                key("binance:BTC/USDT", timeframe),
                c.size(),
                c.firstOpenMs(),
                c.lastOpenMs(),
                "test");
    }

    private static List<Fault> gaps(CandleSeries candles, Timeframe timeframe) {
        return SeriesCheck.gaps(candles, timeframe).stream().map(SeriesCheck::fault).toList();
    }

    private static Covered asked(String from, String to) {
        return new Covered(new TimeRange(time(from), time(to)), "test", StoreOfTests.NOW);
    }

    private static Months months(CandleSeries c, Timeframe timeframe, Covered... asked) {
        return Months.of(info(c, timeframe), List.of(asked), gaps(c, timeframe), Map.of());
    }

    @Test
    void everyMonthIsToldByWhatWasAskedAndWhatIsMissing() {
        CandleSeries candles =
                StoreOfTests.candles(
                        Timeframe.H1,
                        "2024-02-10T00:00:00Z",
                        "2024-05-01T00:00:00Z",
                        hole("2024-03-05T00:00:00Z", "2024-03-05T03:00:00Z"));
        Months months =
                months(
                        candles,
                        Timeframe.H1,
                        asked("2024-01-01T00:00:00Z", "2024-05-01T00:00:00Z"),
                        asked("2024-07-01T00:00:00Z", "2024-07-02T00:00:00Z"));

        assertThat(months.first()).isEqualTo(JANUARY);
        assertThat(IntStream.range(0, 7).mapToObj(i -> months.kind(JANUARY + i)))
                .containsExactly(
                        Kind.NOTHING,
                        Kind.COVERED,
                        Kind.GAP,
                        Kind.COVERED,
                        Kind.NEVER,
                        Kind.NEVER,
                        Kind.NOTHING);
        assertThat(months.candles(JANUARY + 1)).isEqualTo(20 * 24);
        assertThat(months.candles(JANUARY + 2)).isEqualTo(31 * 24 - 3);
        assertThat(months.missing(JANUARY + 2)).isEqualTo(3);
        assertThat(months.kind(JANUARY - 1)).isEqualTo(Kind.NEVER);
    }

    @Test
    void theMonthsTogetherHoldEveryCandle() {
        CandleSeries candles =
                StoreOfTests.candles(
                        Timeframe.M15,
                        "2023-11-20T00:15:00Z",
                        "2024-02-03T11:00:00Z",
                        hole("2023-12-31T20:00:00Z", "2024-01-01T04:00:00Z"));
        Months months =
                months(
                        candles,
                        Timeframe.M15,
                        asked("2023-11-20T00:15:00Z", "2024-02-03T11:00:00Z"));

        long all = IntStream.range(months.first(), months.end()).mapToLong(months::candles).sum();

        assertThat(all).isEqualTo(candles.size());
        assertThat(months.missing(JANUARY - 1)).isEqualTo(16);
        assertThat(months.missing(JANUARY)).isEqualTo(16);
    }

    @Test
    void aWholeMonthInAGapIsAGapOnlyIfItWasAskedFor() {
        CandleSeries candles =
                StoreOfTests.candles(
                        Timeframe.D1,
                        "2024-01-01T00:00:00Z",
                        "2024-06-01T00:00:00Z",
                        hole("2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"),
                        hole("2024-04-01T00:00:00Z", "2024-05-01T00:00:00Z"));
        Months months =
                months(
                        candles,
                        Timeframe.D1,
                        asked("2024-01-01T00:00:00Z", "2024-04-01T00:00:00Z"),
                        asked("2024-05-01T00:00:00Z", "2024-06-01T00:00:00Z"));

        assertThat(months.kind(JANUARY + 1)).isEqualTo(Kind.GAP);
        assertThat(months.candles(JANUARY + 1)).isZero();
        assertThat(months.kind(JANUARY + 3)).isEqualTo(Kind.NEVER);
    }

    @Test
    void weekendsOfAMarketThatIsClosedThenAreNotCounted() {
        CandleSeries.Builder weekdays = CandleSeries.builder(100);
        CandleSeries all =
                StoreOfTests.candles(Timeframe.D1, "2024-01-01T00:00:00Z", "2024-03-01T00:00:00Z");
        for (int i = 0; i < all.size(); i++) {
            if (i % 7 < 5) { // 2024-01-01 was a Monday
                weekdays.add(all, i);
            }
        }
        CandleSeries candles = weekdays.build();

        Months months =
                months(
                        candles,
                        Timeframe.D1,
                        asked("2024-01-01T00:00:00Z", "2024-03-01T00:00:00Z"));

        assertThat(months.candles(JANUARY)).isEqualTo(23);
        assertThat(months.kind(JANUARY)).isEqualTo(Kind.COVERED);
        assertThat(Months.isAccountedFor(info(candles, Timeframe.D1), List.of())).isTrue();
    }

    @Test
    void aSeriesWithUnknownGapsIsNotAccountedFor() {
        CandleSeries candles =
                StoreOfTests.candles(
                        Timeframe.H1,
                        "2024-01-01T00:00:00Z",
                        "2024-01-20T00:00:00Z",
                        hole("2024-01-05T00:00:00Z", "2024-01-05T03:00:00Z"));
        SeriesInfo info = info(candles, Timeframe.H1);

        assertThat(Months.isAccountedFor(info, List.of())).isFalse();
        assertThat(Months.isAccountedFor(info, gaps(candles, Timeframe.H1))).isTrue();
    }

    @Test
    void monthlyCandlesAreOneAMonth() {
        CandleSeries candles =
                StoreOfTests.candles(
                        Timeframe.MONTH1,
                        "2024-01-01T00:00:00Z",
                        "2024-07-01T00:00:00Z",
                        hole("2024-03-01T00:00:00Z", "2024-04-01T00:00:00Z"));
        Months months =
                months(
                        candles,
                        Timeframe.MONTH1,
                        asked("2024-01-01T00:00:00Z", "2024-07-01T00:00:00Z"));

        assertThat(months.candles(JANUARY)).isEqualTo(1);
        assertThat(months.kind(JANUARY + 2)).isEqualTo(Kind.GAP);
        assertThat(months.end()).isEqualTo(JANUARY + 6);
    }

    @Test
    void aSourceThatWasAskedForAllTimeDoesNotStretchTheAxisWithoutEnd() {
        CandleSeries candles =
                StoreOfTests.candles(Timeframe.D1, "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z");
        Months months =
                Months.of(
                        info(candles, Timeframe.D1),
                        List.of(new Covered(TimeRange.ALL, "test", StoreOfTests.NOW)),
                        List.of(),
                        Map.of());

        assertThat(months.end() - months.first()).isLessThan(300);
    }

    @Test
    void aMarketThatRestsHasTheCandlesThatWereCounted() {
        CandleSeries hours =
                StoreOfTests.candles(Timeframe.H1, "2024-01-01T00:00:00Z", "2024-03-01T00:00:00Z");
        Map<YearMonth, Long> counted = Map.of(YearMonth.of(2024, 1), 161L);

        Months months =
                Months.of(
                        info(hours, Timeframe.H1),
                        List.of(new Covered(TimeRange.ALL, "test", StoreOfTests.NOW)),
                        List.of(),
                        counted);

        assertThat(months.candles(2024 * 12)).isEqualTo(161);
        assertThat(months.kind(2024 * 12)).isEqualTo(Months.Kind.COVERED);
    }
}
