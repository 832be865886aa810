package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagePlaceTest {
    private static final Rectangle2D USUAL = new Rectangle2D(1, 2, 3, 4);

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2 3", "a b c d", "0 0 0 900", "0 0 1600 NaN", "0  0 1 1"})
    void whatIsNoWindowIsPassedOver(String text) {
        assertThat(StagePlace.read(text, USUAL)).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = "-1920 40 1600 900")
    void aPlaceOnAMonitorAtTheLeftIsRead(String text) {
        assertThat(StagePlace.read(text, USUAL)).isEqualTo(new Rectangle2D(-1920, 40, 1600, 900));
    }
}
