package plumbline.engine.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @Test
    void labelsTellTicksApart() {
        assertThat(Ticks.labels(List.of(9_000.0, 10_000.0, 11_000.0)))
                .containsExactly("9k", "10k", "11k");
        assertThat(Ticks.labels(List.of(10_000.0, 10_050.0, 10_100.0)))
                .containsExactly("10.00k", "10.05k", "10.10k");
        assertThat(Ticks.labels(List.of(10_000.0, 10_000.5)))
                .containsExactly("10,000.0", "10,000.5");
        assertThat(Ticks.labels(List.of(0.0012, 0.0014))).containsExactly("0.0012", "0.0014");
        assertThat(Ticks.labels(List.of(5.0))).containsExactly("5");
    }

    @Test
    void roundNumbersLieWithinTheirSpan() {
        assertThat(Ticks.linear(9_612, 14_800, 6))
                .containsExactly(10_000.0, 11_000.0, 12_000.0, 13_000.0, 14_000.0);
        assertThat(Ticks.logarithmic(4_000, 300_000, 7))
                .containsExactly(5_000.0, 10_000.0, 20_000.0, 50_000.0, 100_000.0, 200_000.0);
    }

    @Test
    void aMomentHasOneTime() {
        assertThat(Ticks.times(0, 0, 8)).extracting(Ticks.Tick::label).containsExactly("00:00");
        assertThat(Ticks.times(90_000, 90_000, 8)).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-01T00:00:00Z, 2026-07-01T00:00:00Z, 2018, 2026",
        "2017-08-17T00:00:00Z, 2026-07-01T00:00:00Z, 2018, 2026",
        "2025-07-17T00:00:00Z, 2026-07-17T00:00:00Z, Sep 25, Jul 26",
        "2013-11-25T00:00:00Z, 2013-12-01T16:00:00Z, 25 Nov, 1 Dec",
        "2013-11-25T00:00:00Z, 2013-11-25T16:00:00Z, 00:00, 16:00",
        "2013-11-25T10:07:00Z, 2013-11-25T12:01:00Z, 10:15, 12:00",
    })
    void timesAreNamedByTheirSize(Instant from, Instant to, String first, String last) {
        List<String> labels =
                Ticks.times(from.toEpochMilli(), to.toEpochMilli(), 8).stream()
                        .map(Ticks.Tick::label)
                        .toList();

        assertThat(labels).hasSizeBetween(4, 10).startsWith(first).endsWith(last);
    }
}
