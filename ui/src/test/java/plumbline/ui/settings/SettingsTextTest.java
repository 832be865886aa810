package plumbline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.ui.action.Chord;
import plumbline.ui.settings.SettingsText.Content;
import plumbline.ui.settings.SettingsText.SettingsException;
import plumbline.ui.workspace.LayoutNode;
import plumbline.ui.workspace.PageLayout;
import plumbline.ui.workspace.WindowLayout;

class SettingsTextTest {
    private static final Content CONTENT =
            new Content(
                    Map.of("theme", "light", "scale", "125"),
                    Map.of(
                            "chart.run", List.of(Chord.parse("Ctrl+B"), Chord.parse("F9")),
                            "chart.fit", List.of()),
                    Map.of(
                            "Usual",
                            WindowLayout.untouched(),
                            "Größer (imported)",
                            new WindowLayout(
                                    Map.of(
                                            "chart",
                                            new PageLayout(LayoutNode.Tabs.of("chart", "runs"))),
                                    Map.of("runs", Map.of("sort", "a/b~\n\"ü")))));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Content content) {
        return new String(SettingsText.write(content), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws SettingsException {
        Content empty = new Content(Map.of(), Map.of(), Map.of());

        assertThat(SettingsText.read(SettingsText.write(CONTENT))).isEqualTo(CONTENT);
        assertThat(SettingsText.read(SettingsText.write(empty))).isEqualTo(empty);
    }

    @Test
    void itSaysWhatItIsAndHoldsTheTextsOfItsParts() {
        assertThat(text(CONTENT))
                .contains("\"format\" : \"plumbline-settings\"", "\"version\" : 1")
                .contains("\"theme\" : \"light\"", "plumbline keys 1\\n", "\"Usual\" : {");
    }

    @Test
    void aPartThatIsNotThereIsEmpty() throws SettingsException {
        Content content =
                SettingsText.read(
                        bytes(
                                """
                                {"format": "plumbline-settings", "version": 1,
                                 "settings": {"scale": 125, "theme": null, "new": {"a": 1}}}
                                """));

        assertThat(content.settings())
                .containsOnly(
                        Map.entry("scale", "125"), Map.entry("theme", ""), Map.entry("new", ""));
        assertThat(content.keys()).isEmpty();
        assertThat(content.layouts()).isEmpty();
    }

    @Test
    void aTextCutOffAnywhereIsRefused() {
        String text = text(CONTENT).strip();
        for (int i = 0; i < text.length(); i++) {
            byte[] cut = bytes(text.substring(0, i));
            assertThatThrownBy(() -> SettingsText.read(cut)).isInstanceOf(SettingsException.class);
        }
    }

    @Test
    void rubbishIsRefusedOrSettings() {
        Random random = new Random(11);
        byte[] text = SettingsText.write(CONTENT);
        for (int i = 0; i < 3000; i++) {
            byte[] changed = text.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(SettingsText.read(changed)).isNotNull();
            } catch (SettingsException e) {
                assertThat(e).message().isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|no file of settings",
                "[]|no file of settings",
                "42|no file of settings",
                "# no JSON|cut off or was changed by hand, at line 1",
                "{\"plumbline\":\"layout\",\"version\":1}|no file of settings",
                "{\"format\":\"plumbline-settings\"}|'version'",
                "{\"format\":\"plumbline-settings\",\"version\":\"1\"}|'version'",
                "{\"format\":\"plumbline-settings\",\"version\":2}|a newer Plumbline wrote it (version 2)",
                "{\"format\":\"plumbline-settings\",\"version\":1} {}|cut off or was changed by hand",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"version\":1}|changed by hand",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"settings\":[]}|'settings'",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"keys\":7}|'keys'",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"keys\":\"rubbish\"}|it is no file of keys",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"keys\":\"plumbline keys 1\"}|cut short",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"keys\":\"plumbline keys 2\\nend\"}|newer Plumbline",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"layouts\":\"none\"}|'layouts'",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"layouts\":{\"../a\":{}}}|can be called '../a'",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"layouts\":{\"a\":{}}}|its layout 'a' cannot be used: it is no layout",
                "{\"format\":\"plumbline-settings\",\"version\":1,\"layouts\":{\"a\":{\"plumbline\":\"layout\",\"version\":9}}}|newer Plumbline",
            })
    void theMessageSaysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> SettingsText.read(bytes(text)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        byte[] large = bytes(text(CONTENT).strip() + " ".repeat(SettingsText.MOST_BYTES));
        String nested = "{\"format\":\"plumbline-settings\",\"version\":1,\"more\":";
        String many = "{\"format\":\"plumbline-settings\",\"version\":1,\"layouts\":{";
        StringBuilder names = new StringBuilder(many);
        for (int i = 0; i <= 500; i++) {
            names.append("\"a").append(i).append("\":{},");
        }
        names.setLength(names.length() - 1);

        assertThatThrownBy(() -> SettingsText.read(large)).hasMessageContaining("larger than 4 MB");
        assertThatThrownBy(() -> SettingsText.read(bytes(nested + "[".repeat(100_000))))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> SettingsText.read(bytes(names + "}}")))
                .hasMessageContaining("more than 500 layouts");
    }
}
