package plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.ui.data.StoreOfTests.hole;
import static plumbline.ui.data.StoreOfTests.key;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.Backup;
import plumbline.ui.control.Cards;
import plumbline.ui.control.Notices;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class DataPageFxTest {
    /// Values of `tokens.css`.
    private static final Color DARK_GAP = Color.web("#E8A33D");

    private static final int MANY = 500;

    private final StoreOfTests store = new StoreOfTests();
    private final DataViewModel model =
            new DataViewModel(
                    new FxTasks(Runnable::run, Runnable::run),
                    store.services(InstantSource.fixed(StoreOfTests.NOW)));
    private final List<String> shown = new ArrayList<>();
    private final StackPane root = new StackPane();

    @Start
    void start(Stage stage) {
        for (int i = 0; i < MANY; i++) {
            TimeRange hole = hole("2023-03-05T00:00:00Z", "2023-03-09T00:00:00Z");
            store.upsert(
                    key("binance:A%03d/USDT".formatted(i), Timeframe.D1),
                    StoreOfTests.candles(
                            Timeframe.D1, "2018-01-01T00:00:00Z", "2024-01-01T00:00:00Z", hole),
                    "test");
        }
        model.onShow((key, time) -> shown.add(key + " " + time));
        DataPage page =
                new DataPage(model, new DataActions(model, new Quiet()), new OnTop(), () -> {});
        root.getChildren().setAll(page);
        stage.setScene(new Scene(root, 1400, 800));
        Themes.apply(stage.getScene(), Theme.DARK);
        stage.show();
        model.refresh();
    }

    /// TestFX keeps every instance of a test until all tests have ended.
    @AfterEach
    void empty() {
        store.list().forEach(series -> store.delete(series.key()));
    }

    private final class OnTop implements Cards {
        @Override
        public void open(Region card) {
            card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            root.getChildren().add(card);
        }

        @Override
        public void close() {
            root.getChildren().removeIf(n -> n.getStyleClass().contains("card"));
        }
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

    @Test
    void onlyTheRowsInViewAreBuilt(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(model.rows()).hasSize(MANY);
        assertThat(robot.lookup(".month-strip").queryAll()).hasSizeBetween(10, 60);
        assertThat(count(DARK_GAP)).as("gaps are painted").isGreaterThan(50);
    }

    @Test
    void theKeysWalkTheSeriesZoomTheMonthsAndOpenTheChart(FxRobot robot) {
        robot.interact(() -> robot.lookup("#coverage").query().requestFocus());
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.DOWN);
        String chosen = Objects.requireNonNull(model.selectedProperty().get()).key().toString();
        assertThat(chosen).isEqualTo("binance:A002/USDT 1d");
        assertThat(model.ledger()).hasSize(1);

        robot.type(KeyCode.EQUALS);
        assertThat(model.scaleProperty().get().isWhole()).isFalse();
        robot.type(KeyCode.DIGIT0);
        assertThat(model.scaleProperty().get().isWhole()).isTrue();

        robot.type(KeyCode.ENTER);
        assertThat(shown).containsExactly(chosen + " null");
    }

    @Test
    void aGapIsShownInTheChart(FxRobot robot) {
        robot.clickOn("Show in chart");

        assertThat(shown)
                .containsExactly(
                        "binance:A000/USDT 1d "
                                + hole("2023-03-05T00:00:00Z", "2023-03-09T00:00:00Z"));
    }

    @Test
    void thePointerTellsWhatAMonthHolds(FxRobot robot) {
        Node strip =
                robot.lookup(".month-strip").queryAll().stream()
                        .filter(n -> n.getLayoutBounds().getWidth() > 100)
                        .findFirst()
                        .orElseThrow();
        double share = (5 * 12 + 2.5) / 72; // March 2023
        robot.moveTo(strip.localToScreen(strip.getLayoutBounds().getWidth() * share, 8));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#coverage-hover").queryLabeled().getText())
                .contains("2023-03: 27 candles, 4 missing");
    }

    @Test
    void aRepairAsksFirst(FxRobot robot) {
        robot.clickOn("#data-tool-repair");
        assertThat(store.log).isEmpty();

        robot.clickOn("#repair-go");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(store.log.getFirst().action()).isEqualTo("repair");
        assertThat(card(robot)).isNull();
    }

    @Test
    void aGapIsConfirmedAndOpenedAgain(FxRobot robot) {
        robot.clickOn("2023-03-05 00:00");
        robot.clickOn("#data-tool-confirm");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.ledger())
                .singleElement()
                .matches(issue -> issue.state() == State.CONFIRMED);

        robot.clickOn("2023-03-05 00:00");
        robot.clickOn("#data-tool-reopen");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.ledger()).singleElement().matches(issue -> issue.state() == State.OPEN);
        assertThat(store.log).extracting(AuditLog.Entry::action).contains("confirm", "reopen");
    }

    @Test
    void theBackupThatIsChosenIsRestored(FxRobot robot) {
        Path older = Path.of("older.backup.zip");
        store.backups.add(new Backup(Path.of("newer.zip"), StoreOfTests.NOW, 2_000_000));
        store.backups.add(new Backup(older, StoreOfTests.NOW.minus(Duration.ofDays(3)), 1_000_000));
        robot.interact(model::readUpkeep);

        robot.clickOn("#data-tool-restore");
        assertThat(store.restored).isEmpty();
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);

        assertThat(store.restored).containsExactly(older);
        assertThat(robot.lookup("#restore-dialog").tryQuery()).isEmpty();
    }

    private static @Nullable Node card(FxRobot robot) {
        return robot.lookup("#repair-dialog").tryQuery().orElse(null);
    }

    private int count(Color color) {
        WritableImage picture =
                WaitForAsyncUtils.waitForAsyncFx(5_000, () -> root.snapshot(null, null));
        PixelReader pixels = picture.getPixelReader();
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += pixels.getColor(x, y).equals(color) ? 1 : 0;
            }
        }
        return count;
    }
}
