package plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.testfx.util.WaitForAsyncUtils;
import plumbline.engine.market.Timeframe;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class TimeframeBarFxTest {
    private final List<Timeframe> chosen = new ArrayList<>();
    private final TimeframeBar bar = new TimeframeBar(chosen::add);

    @Start
    void start(Stage stage) {
        bar.show(List.of(Timeframe.values()), Timeframe.M1, Timeframe.M15);
        Scene scene = new Scene(bar, 500, 60);
        Themes.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    private static double left(FxRobot robot, String id) {
        return robot.lookup(id).query().localToScene(0, 0).getX();
    }

    @Test
    void theUsualOnesStayInTheirPlacesWhateverTheMarketHas(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        double hour = left(robot, "#timeframe-1h");
        double more = left(robot, "#timeframe-more");

        robot.interact(
                () -> bar.show(List.of(Timeframe.H1, Timeframe.D1), Timeframe.H1, Timeframe.H1));
        WaitForAsyncUtils.waitForFxEvents();

        // bold letters are a pixel wider
        assertThat(left(robot, "#timeframe-1h")).isCloseTo(hour, within(2.0));
        assertThat(left(robot, "#timeframe-more")).isCloseTo(more, within(2.0));
        assertThat(robot.lookup("#timeframe-1m").query().isDisabled()).isTrue();
        robot.clickOn("#timeframe-1d");
        assertThat(chosen).containsExactly(Timeframe.D1);
    }
}
