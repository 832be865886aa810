package plumbline.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import plumbline.ui.control.Snapshots;
import plumbline.ui.settings.LookSettings;
import plumbline.ui.settings.SettingStore;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class FirstStartFxTest {
    private final LookSettings look = new LookSettings(new Forgetful());
    private final List<String> started = new ArrayList<>();

    private static final class Forgetful implements SettingStore {
        @Override
        public String read(String key, String otherwise) {
            return otherwise;
        }

        @Override
        public void write(String key, String value) {
            // nothing is kept
        }
    }

    @Start
    void start(Stage stage) {
        FirstStart card = new FirstStart(look, new Region(), source -> started.add(source.name()));
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Scene scene = new Scene(new StackPane(card), 800, 640);
        Themes.apply(scene, Theme.DARK);
        look.onChange(() -> Themes.apply(scene, look.appearance()));
        stage.setScene(scene);
        stage.show();
        card.focusStart();
    }

    @Test
    void enterStarts(FxRobot robot) {
        robot.push(KeyCode.ENTER);

        assertThat(started).containsExactly("SAMPLE");
    }

    @Test
    void anExchangeCanBeChosen(FxRobot robot) {
        robot.clickOn("#welcome-data-binance").clickOn("#first-start-go");

        assertThat(started).containsExactly("BINANCE");
    }

    /// #C62828 is what falls in the light theme, and #F28C28 in the safe colours of the dark one.
    @Test
    void thePreviewShowsWhatIsChosen(FxRobot robot) {
        robot.clickOn("#welcome-safe");
        assertThat(fall(robot)).isEqualTo(Color.web("#F28C28"));

        robot.clickOn("#welcome-classic").clickOn("#setting-theme-light");
        assertThat(fall(robot)).isEqualTo(Color.web("#C62828"));
        assertThat(started).isEmpty();
    }

    @Test
    void itIsPainted(FxRobot robot) {
        robot.interact(() -> Snapshots.take(robot.window(0).getScene(), "first-start"));

        assertThat(robot.lookup("#first-start-go").query().isVisible()).isTrue();
    }

    private static Object fall(FxRobot robot) {
        robot.interact(() -> {});
        return robot.lookup(".mini-fall").queryAs(Shape.class).getStroke();
    }
}
