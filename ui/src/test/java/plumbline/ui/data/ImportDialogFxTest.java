package plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import plumbline.engine.feed.ImportOption;
import plumbline.ui.control.Notices;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class ImportDialogFxTest {
    private static final String ROWS =
            """
            time,open,high,low,close,volume
            01/02/2024,1,2,0.5,1.5,10
            02/02/2024,1,2,3,1.5,10
            03/02/2024,1,2,0.5,1.5,10
            """;

    @TempDir Path folder;

    private final StackPane root = new StackPane();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final ImportForm form = new ImportForm(actions());

    private DataActions actions() {
        FxTasks tasks = new FxTasks(Runnable::run, Runnable::run, (time, work) -> later.add(work));
        StoreOfTests store = new StoreOfTests();
        return new DataActions(
                new DataViewModel(tasks, store.services(InstantSource.fixed(StoreOfTests.NOW))),
                new Quiet());
    }

    private static final class Quiet implements Notices {
        @Override
        public void done(String title, String detail, List<? extends Node> actions) {}

        @Override
        public void warned(String title, String detail, List<? extends Node> actions) {}

        @Override
        public void failed(String code, String title, String detail) {
            throw new AssertionError(title + " " + detail);
        }

        @Override
        public void failed(String title, Throwable failure) {
            throw new AssertionError(title, failure);
        }
    }

    @Start
    void start(Stage stage) {
        root.getChildren().setAll(new ImportDialog(form, new DesktopFiles(), () -> {}));
        stage.setScene(new Scene(root, 1280, 720));
        Themes.apply(stage.getScene(), Theme.DARK);
        stage.show();
    }

    /// Does something, and lets the moment pass after which it is looked at again.
    private void act(FxRobot robot, Runnable act) {
        robot.interact(() -> {
            act.run();
            for (int left = later.size(); left > 0; left--) {
                later.remove().run();
            }
        });
    }

    private void choose(FxRobot robot) throws Exception {
        Path file = folder.resolve("BTC_USD-1d.csv");
        Files.writeString(file, ROWS, StandardCharsets.UTF_8);
        robot.interact(() -> form.choose(List.of(file)));
    }

    private static boolean isMarked(FxRobot robot, String choice, String styleClass) {
        Node field = robot.lookup(choice).query().getParent().getParent();
        return field.getStyleClass().contains(styleClass);
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }

    @Test
    void whatIsOpenIsMarkedAndAChangedGuessCanBeTakenBack(FxRobot robot) throws Exception {
        choose(robot);
        assertThat(isMarked(robot, "#import-date-format", "asked")).isTrue();
        assertThat(text(robot, "#import-reason")).contains("‘Date format’");

        ComboBox<String> dates = robot.lookup("#import-date-format").queryComboBox();
        act(robot, () -> dates.setValue("dmy"));
        assertThat(form.choices().options().dateFormat()).isEqualTo("dmy");
        assertThat(isMarked(robot, "#import-date-format", "asked")).isFalse();
        assertThat(isMarked(robot, "#import-date-format", "changed")).isTrue();
        assertThat(robot.lookup(".preview-cell").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("2024-02-01 00:00")
                .anyMatch(cell -> cell.startsWith("high 2"));

        act(robot, () -> robot.lookup("#import-date-format-reset").queryButton().fire());
        assertThat(form.choices().isSaid(ImportOption.DATE_FORMAT)).isFalse();
        assertThat(isMarked(robot, "#import-date-format", "changed")).isFalse();
    }

    @Test
    void whatAColumnIsCanBeSaidInTheTable(FxRobot robot) throws Exception {
        choose(robot);
        act(robot, () -> form.choices().of(ImportOption.DATE_FORMAT).set("dmy"));
        ComboBox<String> volume = robot.lookup("#import-column-6").queryComboBox();
        assertThat(volume.getValue()).isEqualTo("volume");

        act(robot, () -> volume.setValue(""));
        assertThat(form.choices().options().columns()).isEqualTo("time,open,high,low,close,-");
        assertThat(robot.lookup("#import-columns-reset").queryButton().isVisible()).isTrue();

        act(robot, () -> robot.lookup("#import-columns-reset").queryButton().fire());
        assertThat(volume.getValue()).isEqualTo("volume");
    }

    @Test
    void faultsTakeThePlaceOfThePreviewUntilSomethingChanges(FxRobot robot) throws Exception {
        choose(robot);
        act(
                robot,
                () -> {
                    form.choices().of(ImportOption.DATE_FORMAT).set("dmy");
                    form.start();
                });
        assertThat(robot.lookup("#import-faults").query().isVisible()).isTrue();
        assertThat(robot.lookup("#import-rows").tryQuery().map(ImportDialogFxTest::isShown))
                .hasValue(false);
        assertThat(robot.lookup("#import-usable").query().isVisible()).isTrue();

        act(robot, () -> form.choices().of(ImportOption.TIME).set("close"));
        assertThat(robot.lookup("#import-faults").query().isVisible()).isFalse();
        assertThat(isShown(robot.lookup("#import-rows").query())).isTrue();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
