package plumbline.ui.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ChordTest {

    @Test
    void isPrintedAsPeopleReadIt() {
        Chord kill = Chord.parse("shift+ctrl+k");

        assertThat(kill.text(Keyboard.PC)).isEqualTo("Ctrl+Shift+K");
        assertThat(kill.text(Keyboard.MAC)).isEqualTo("⇧⌘K");
        assertThat(Chord.parse("Alt+Left").text(Keyboard.MAC)).isEqualTo("⌥←");
        assertThat(Chord.parse("/").text(Keyboard.PC)).isEqualTo("/");
        assertThat(Chord.parse("Ctrl+1").text(Keyboard.PC)).isEqualTo("Ctrl+1");
        assertThat(Chord.parse("Escape").text(Keyboard.PC)).isEqualTo("Esc");
        assertThat(Chord.parse("Page Up").text(Keyboard.PC)).isEqualTo("Page Up");
    }

    /// Every key that can be pressed comes back from its written form.
    @Test
    void isReadAsItIsWritten() {
        for (KeyCode code : KeyCode.values()) {
            if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
                continue;
            }
            Chord chord = new Chord(code, true, false, true, true);
            assertThat(Chord.parse(chord.toString())).isEqualTo(chord);
        }
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String text : new String[] {"", "Ctrl", "Ctrl+", "Hyper+K", "Ctrl+Nonsense"}) {
            assertThatThrownBy(() -> Chord.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theNumberPadsDigitsAreDigits() {
        assertThat(Chord.of(KeyCode.NUMPAD1)).isEqualTo(Chord.parse("1"));
    }

    @Test
    void commandIsTheShortcutOfMacs() {
        KeyEvent control = press(KeyCode.K, true, false);
        KeyEvent command = press(KeyCode.K, false, true);

        assertThat(Chord.of(control, Keyboard.PC)).contains(Chord.parse("Ctrl+K"));
        assertThat(Chord.of(control, Keyboard.MAC)).contains(Chord.parse("Meta+K"));
        assertThat(Chord.of(command, Keyboard.MAC)).contains(Chord.parse("Ctrl+K"));
        assertThat(Chord.of(press(KeyCode.SHIFT, false, false), Keyboard.PC)).isEmpty();
    }

    @Test
    void lettersTypeAndSoDoesAltGr() {
        assertThat(Chord.parse("B").types(Keyboard.PC)).isTrue();
        assertThat(Chord.parse("Shift+B").types(Keyboard.PC)).isTrue();
        assertThat(Chord.parse("/").types(Keyboard.PC)).isTrue();
        assertThat(Chord.parse("Ctrl+Alt+Q").types(Keyboard.PC)).isTrue();
        assertThat(Chord.parse("Alt+L").types(Keyboard.MAC)).isTrue();
        assertThat(Chord.parse("Ctrl+B").types(Keyboard.PC)).isFalse();
        assertThat(Chord.parse("Alt+T").types(Keyboard.PC)).isFalse();
        assertThat(Chord.parse("F5").types(Keyboard.PC)).isFalse();
        assertThat(Chord.parse("Alt+Left").types(Keyboard.MAC)).isFalse();
    }

    private static KeyEvent press(KeyCode code, boolean control, boolean meta) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, meta);
    }
}
