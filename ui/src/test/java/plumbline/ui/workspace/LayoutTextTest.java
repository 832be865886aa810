package plumbline.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.ui.workspace.LayoutNode.Part;
import plumbline.ui.workspace.LayoutNode.Split;
import plumbline.ui.workspace.LayoutNode.Tabs;
import plumbline.ui.workspace.LayoutText.LayoutException;
import plumbline.ui.workspace.PageLayout.Floating;
import plumbline.ui.workspace.PageLayout.Spot;

class LayoutTextTest {
    private static final WindowLayout LAYOUT =
            new WindowLayout(
                    Map.of(
                            "chart",
                            new PageLayout(
                                    new Split(
                                            true,
                                            List.of(
                                                    new Part(
                                                            500,
                                                            new Split(
                                                                    false,
                                                                    List.of(
                                                                            new Part(
                                                                                    288,
                                                                                    Tabs.of(
                                                                                            "list",
                                                                                            "runs")),
                                                                            new Part(
                                                                                    900,
                                                                                    Tabs.of(
                                                                                            "chart"))))),
                                                    new Part(
                                                            240,
                                                            new Tabs(
                                                                    List.of("results", "log"),
                                                                    "log",
                                                                    true)))),
                                    List.of(new Floating(-1200, 40, 640, 480, Tabs.of("depth"))),
                                    Map.of("notes", new Spot(List.of("chart"), Place.RIGHT, 300)))),
                    Map.of("list", Map.of("sort", "price", "a/b~", "ü\n\"")));

    @Test
    void whatIsWrittenIsReadAgain() throws LayoutException {
        assertThat(LayoutText.read(LayoutText.write(LAYOUT))).isEqualTo(LAYOUT);
        assertThat(LayoutText.read(LayoutText.write(WindowLayout.untouched())))
                .isEqualTo(WindowLayout.untouched());
    }

    @Test
    void aTextCutOffAnywhereIsRefused() {
        String text = LayoutText.write(LAYOUT).strip();
        for (int i = 0; i < text.length(); i++) {
            String cut = text.substring(0, i);
            assertThatThrownBy(() -> LayoutText.read(cut)).isInstanceOf(LayoutException.class);
        }
    }

    @Test
    void rubbishIsRefusedOrALayout() {
        Random random = new Random(5);
        String text = LayoutText.write(LAYOUT);
        for (int i = 0; i < 3000; i++) {
            StringBuilder changed = new StringBuilder(text);
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
            }
            try {
                assertThat(LayoutText.read(changed.toString())).isNotNull();
            } catch (LayoutException e) {
                assertThat(e).message().matches("(?s)(it |its |a newer ).*");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|it is no layout",
                "{\"plumbline\":\"keys\"}|it is no layout",
                "{\"plumbline\":\"layout\",\"version\":7}|a newer Plumbline wrote it (version 7)",
                "{\"plumbline\":\"layout\",\"version\":1,\"pages\":{\"p\":{}}}|its page 'p' has a split with less than two parts",
                "{\"plumbline\":\"layout\",\"version\":1,\"pages\":{\"p\":{\"docked\":{\"tabs\":[\"a\",\"a\"],\"selected\":\"a\"}}}}|its page 'p' has a panel twice",
                "{\"plumbline\":\"layout\",\"version\":1,\"pages\":{\"p\":{\"docked\":{\"tabs\":[\"a\"],\"selected\":\"b\"}}}}|its page 'p' selects a panel that is not there",
            })
    void theMessageSaysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> LayoutText.read(text))
                .isInstanceOf(LayoutException.class)
                .hasMessageContaining(message);
    }
}
