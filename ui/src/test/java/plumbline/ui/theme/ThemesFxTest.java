package plumbline.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class ThemesFxTest {
    private final Label gain = new Label("+1.00");
    private final Region painted = new Region();
    private final ScaledPane scaled = new ScaledPane(painted);
    private final VBox root = new VBox(gain, scaled);
    private final Scene scene = new Scene(root, 400, 300);

    @Start
    void start(Stage stage) {
        gain.getStyleClass().add("positive");
        scaled.setPrefSize(300, 150);
        scaled.setMinSize(300, 150);
        scaled.setMaxSize(300, 150);
        Themes.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    private void look(FxRobot robot, Theme theme, Directions directions, int scale) {
        robot.interact(() -> {
            Themes.apply(scene, new Appearance(theme, directions, scale));
            root.applyCss();
            root.layout();
        });
    }

    @Test
    void numbersTakeTheColoursOfEachLook(FxRobot robot) {
        assertThat(gain.getTextFill()).isEqualTo(Color.web("#3ED6B5"));

        look(robot, Theme.DARK, Directions.EAST_ASIA, 100);
        assertThat(gain.getTextFill()).isEqualTo(Color.web("#EE6B6B"));

        look(robot, Theme.LIGHT, Directions.SAFE, 100);
        assertThat(gain.getTextFill()).isEqualTo(Color.web("#1A5FB8"));

        look(robot, Theme.HIGH_CONTRAST, Directions.CLASSIC, 100);
        assertThat(gain.getTextFill()).isEqualTo(Color.web("#5CF0CE"));

        look(robot, Theme.DARK, Directions.CLASSIC, 100);
        assertThat(gain.getTextFill()).isEqualTo(Color.web("#3ED6B5"));
    }

    /// 12.5 px at 200 % are 25; 300 pixels of the window are 150 that are twice as large.
    @Test
    void wordsAndPaintingsGrowWithTheScale(FxRobot robot) {
        assertThat(gain.getFont().getSize()).isEqualTo(12.5);
        assertThat(painted.getWidth()).isEqualTo(300);

        look(robot, Theme.DARK, Directions.CLASSIC, 200);

        assertThat(gain.getFont().getSize()).isEqualTo(25);
        assertThat(painted.getWidth()).isEqualTo(150);
        assertThat(painted.getLocalToSceneTransform().getMxx()).isEqualTo(2);

        look(robot, Theme.DARK, Directions.CLASSIC, 100);
        assertThat(painted.getWidth()).isEqualTo(300);
    }
}
