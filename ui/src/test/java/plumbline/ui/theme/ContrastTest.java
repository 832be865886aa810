package plumbline.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContrastTest {
    private static final List<String> GROUNDS = List.of("bg", "panel", "raised", "sel", "hover");

    static Stream<Arguments> looks() {
        return Stream.of(Theme.values())
                .flatMap(t -> Stream.of(Directions.values()).map(d -> Arguments.of(t, d)));
    }

    /// The ratios that the design names: 15.3 and 7.5 on the dark ground, 15.8 and 6.2 on the
    /// light.
    @Test
    void computesTheRatiosOfTheDesign() {
        Tokens dark = new Tokens(Theme.DARK, Directions.CLASSIC);
        Tokens light = new Tokens(Theme.LIGHT, Directions.CLASSIC);

        assertThat(dark.contrast("text", "bg")).isCloseTo(15.3, within(0.05));
        assertThat(dark.contrast("muted", "bg")).isCloseTo(7.5, within(0.05));
        assertThat(light.contrast("text", "bg")).isCloseTo(15.8, within(0.05));
        assertThat(light.contrast("muted", "bg")).isCloseTo(6.2, within(0.05));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void wordsCanBeRead(Theme theme, Directions directions) {
        double least = theme == Theme.HIGH_CONTRAST ? 7 : 4.5;
        Tokens tokens = new Tokens(theme, directions);
        for (String ground : GROUNDS) {
            for (String words : List.of("text", "muted", "up-text", "down-text")) {
                assertThat(tokens.contrast(words, ground))
                        .as("%s on %s, %s %s", words, ground, theme, directions)
                        .isGreaterThanOrEqualTo(least);
            }
        }
        for (String state : List.of("faint", "accent", "ok", "warn", "bad", "info")) {
            assertThat(tokens.contrast(state, "panel"))
                    .as("%s on panel, %s", state, theme)
                    .isGreaterThanOrEqualTo(least);
        }
        assertThat(tokens.contrast("on-accent", "accent")).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void candlesStandOut(Theme theme, Directions directions) {
        double least = theme == Theme.HIGH_CONTRAST ? 7 : 3;
        Tokens tokens = new Tokens(theme, directions);

        assertThat(tokens.contrast("up", "bg")).isGreaterThanOrEqualTo(least);
        assertThat(tokens.contrast("down", "bg")).isGreaterThanOrEqualTo(least);
    }

    @Test
    void highContrastIsBlackWithStrongBorders() {
        Tokens tokens = new Tokens(Theme.HIGH_CONTRAST, Directions.CLASSIC);

        assertThat(tokens.colour("bg")).isEqualTo(Color.BLACK);
        assertThat(tokens.contrast("line", "bg")).isGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void eastAsiaIsClassicTheOtherWayRound(Theme theme) {
        Tokens classic = new Tokens(theme, Directions.CLASSIC);
        Tokens eastAsia = new Tokens(theme, Directions.EAST_ASIA);
        for (String part : List.of("", "-text", "-depth")) {
            assertThat(eastAsia.colour("up" + part)).isEqualTo(classic.colour("down" + part));
            assertThat(eastAsia.colour("down" + part)).isEqualTo(classic.colour("up" + part));
        }
    }
}
