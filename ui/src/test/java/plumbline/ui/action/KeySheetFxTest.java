package plumbline.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class KeySheetFxTest {
    private final Things things = new Things();
    private final List<String> printed = new ArrayList<>();

    @Start
    void start(Stage stage) {
        things.keys.set(things.actions.get("backtest.run"), List.of(Chord.parse("Ctrl+,")));
        Gesture zoom = new Gesture(ActionGroup.CHART, "Zoom <fast> & \"far\"", List.of("Wheel"));
        KeySheet sheet = new KeySheet(things.keys, List.of(zoom), printed::add);
        stage.setScene(new Scene(sheet, 900, 640));
        Themes.apply(stage.getScene(), Theme.DARK);
        stage.show();
        sheet.focusFilter();
    }

    private static int rows(FxRobot robot) {
        return robot.lookup(".key-row").queryAll().size();
    }

    @Test
    void everyActionStandsThereWithItsKeysOfNow(FxRobot robot) {
        assertThat(rows(robot)).isEqualTo(things.actions.all().size() + 1);
        assertThat(robot.lookup("Ctrl+,").tryQuery()).isPresent();
        assertThat(robot.lookup("Wheel").tryQuery()).isPresent();
    }

    @Test
    void theFilterLooksAtTitlesHeadingsAndKeys(FxRobot robot) {
        robot.write("shift report");
        assertThat(rows(robot)).isEqualTo(1);
        robot.eraseText(12).write("TRADING");
        assertThat(rows(robot)).isEqualTo(1);
        robot.write("xx");
        assertThat(rows(robot)).isZero();
        assertThat(robot.lookup("Nothing matches 'TRADINGxx'.").tryQuery()).isPresent();
    }

    @Test
    void thePageHoldsTheSameAndNothingFromElsewhere(FxRobot robot) {
        robot.write("report");
        robot.clickOn("#key-sheet-print");

        String page = printed.getFirst();
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<kbd>Ctrl+,</kbd>", "<kbd>Wheel</kbd>", "Stop all trading at once")
                .contains("Zoom &lt;fast&gt; &amp; &quot;far&quot;")
                .doesNotContain("http", "src=", "<fast>");
        assertThat(page.split("<tr>")).hasSize(things.actions.all().size() + 2);
    }
}
