package plumbline.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.engine.market.StorageException;
import plumbline.ui.control.Snapshots;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class ErrorsPanelFxTest {
    private static final Problem KRAKEN =
            Problem.of(Severity.WARNING, "NET-204", "Kraken did not answer")
                    .because("No reply within 5 s. Your network works; other venues answer.")
                    .already("Retry 2 of 5 in 4 s. Nothing was lost.");

    private final ErrorCentre centre =
            new ErrorCentre(
                    FxTasks.onFxThread(Runnable::run), () -> Instant.parse("2026-03-01T08:00:30Z"));
    private final StackPane root = new StackPane();

    @Start
    void start(Stage stage) {
        root.getChildren().setAll(new ErrorsPanel(centre));
        stage.setScene(new Scene(root, 760, 460));
        Themes.apply(stage.getScene(), Theme.DARK);
        stage.show();
    }

    @Test
    void problemsAreListedAndCopiedWithoutSecrets(FxRobot robot) throws Exception {
        robot.interact(() -> Snapshots.take(root.getScene(), "errors-empty"));
        assertThat(robot.lookup("Nothing has gone wrong").queryLabeled().isVisible()).isTrue();

        centre.report(KRAKEN);
        centre.report(KRAKEN);
        centre.report(Problem.of(Severity.NOTE, "DAT-301", "binance:BTC/USDT has 1 gap"));
        centre.report(
                new StorageException(
                        "The store at jdbc:postgresql://ada:s3cret@db/x did not open"));
        Thread.sleep(300);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#errors-list").queryListView().getItems()).hasSize(3);
        robot.interact(() -> {
            robot.lookup("#errors-list").queryListView().getSelectionModel().select(0);
            Snapshots.take(root.getScene(), "errors");
        });
        robot.clickOn("#error-copy");
        String[] copied = {""};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).contains("STO-101", "ada:***@db", "at ").doesNotContain("s3cret");

        robot.clickOn("#errors-clear");
        assertThat(centre.problems()).isEmpty();
    }

    @Test
    void theChosenOneStaysChosenWhenOthersCome(FxRobot robot) throws Exception {
        centre.report(KRAKEN);
        Thread.sleep(250);
        robot.clickOn("Kraken did not answer");
        centre.report(new IllegalStateException("x"));
        centre.report(KRAKEN);
        Thread.sleep(250);
        WaitForAsyncUtils.waitForFxEvents();

        Problem chosen =
                (Problem)
                        robot.lookup("#errors-list")
                                .queryListView()
                                .getSelectionModel()
                                .getSelectedItem();
        assertThat(chosen.code()).isEqualTo("NET-204");
        assertThat(chosen.count()).isEqualTo(2);
    }

    @Test
    void aCardStandsInAPanel(FxRobot robot) {
        robot.interact(() -> {
            ErrorCard card =
                    new ErrorCard(
                            new Problem(
                                    Severity.ERROR,
                                    "NET-204",
                                    KRAKEN.what(),
                                    KRAKEN.why(),
                                    KRAKEN.done(),
                                    "",
                                    "",
                                    0,
                                    0,
                                    1),
                            List.of(new Button("Retry now"), new Button("Work offline")));
            card.setMaxSize(300, 200);
            root.getChildren().setAll(card);
        });
        robot.interact(() -> Snapshots.take(root.getScene(), "error-card"));

        assertThat(robot.lookup("Retry now").query().getStyleClass()).contains("accent");
    }
}
