package plumbline.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, < 0.1 s",
        "400, 0.4 s",
        "3000, 3 s",
        "12300, 12 s",
        "59600, 1 min 00 s",
        "185000, 3 min 05 s",
        "3720000, 1 h 02 min"
    })
    void spansAreShort(long millis, String text) {
        assertThat(JobText.span(millis)).isEqualTo(text);
    }
}
