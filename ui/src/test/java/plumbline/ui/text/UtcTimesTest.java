package plumbline.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UtcTimesTest {
    private static final long TIME = Instant.parse("2024-02-29T23:59:59Z").toEpochMilli();

    @Test
    void timesAreUtcWhateverTheZoneOfTheMachine() { // the build runs tests in New York
        assertThat(UtcTimes.date(TIME)).isEqualTo("2024-02-29");
        assertThat(UtcTimes.minute(TIME)).isEqualTo("2024-02-29 23:59");
        assertThat(UtcTimes.second(TIME)).isEqualTo("2024-02-29 23:59:59");
    }

    @Test
    void theYearIsShownOnlyWhereASpanIsLongerThanOne() {
        assertThat(UtcTimes.within(TIME, Duration.ofDays(30).toMillis())).isEqualTo("02-29 23:59");
        assertThat(UtcTimes.within(TIME, Duration.ofDays(400).toMillis()))
                .isEqualTo("2024-02-29 23:59");
    }

    @Test
    void agesAreToldInTheirLargestUnit() {
        assertThat(UtcTimes.age(Duration.ofMinutes(119).toMillis())).isEqualTo("119 min");
        assertThat(UtcTimes.age(Duration.ofHours(47).toMillis())).isEqualTo("47 h");
        assertThat(UtcTimes.age(Duration.ofDays(700).toMillis())).isEqualTo("700 d");
        assertThat(UtcTimes.age(Duration.ofDays(4730).toMillis())).isEqualTo("12 y");
        assertThat(UtcTimes.age(-5)).isEqualTo("0 min");
    }
}
