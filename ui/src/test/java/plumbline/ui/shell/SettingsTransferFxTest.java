package plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.ui.action.Action;
import plumbline.ui.action.ActionControls;
import plumbline.ui.action.ActionGroup;
import plumbline.ui.action.Actions;
import plumbline.ui.action.Chord;
import plumbline.ui.action.KeyMap;
import plumbline.ui.action.KeyStore;
import plumbline.ui.error.ErrorCentre;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.settings.LookSettings;
import plumbline.ui.settings.SettingStore;
import plumbline.ui.settings.Settings;
import plumbline.ui.start.SafeStores;
import plumbline.ui.theme.Directions;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;
import plumbline.ui.workspace.LayoutCollection;
import plumbline.ui.workspace.LayoutNode;
import plumbline.ui.workspace.LayoutStore;
import plumbline.ui.workspace.LayoutText;
import plumbline.ui.workspace.Layouts;
import plumbline.ui.workspace.MemoryLayouts;
import plumbline.ui.workspace.PageLayout;
import plumbline.ui.workspace.WindowLayout;

/// What is exported, changed and imported holds at once, in the window that is open.
@Tag("fx")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the window is made in start
class SettingsTransferFxTest {
    private static final List<Chord> CHANGED = List.of(Chord.parse("Ctrl+B"));

    @TempDir Path folder;

    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final FxTasks tasks = FxTasks.onFxThread(background);
    private final Toasts toasts = new Toasts(new ErrorCentre(tasks, InstantSource.system()));
    private final Map<String, String> kept = new HashMap<>(Map.of("market", "kept here"));
    private final LookSettings look = new LookSettings(memory(kept));
    private final Settings settings = new Settings(look.all());
    private final MemoryLayouts store = new MemoryLayouts();
    private WindowLayout shown = with("watchlist");
    private String keyText = "";
    private KeyMap keys;
    private Action run;
    private Action again;
    private Layouts layouts;
    private SettingsTransfer transfer;
    private Button button;
    private Scene scene;

    private static WindowLayout with(String panel) {
        return new WindowLayout(
                Map.of("chart", new PageLayout(LayoutNode.Tabs.of(panel))), Map.of());
    }

    private static SettingStore memory(Map<String, String> kept) {
        return new SettingStore() {
            @Override
            public String read(String key, String otherwise) {
                return kept.getOrDefault(key, otherwise);
            }

            @Override
            public void write(String key, String value) {
                kept.put(key, value);
            }
        };
    }

    @Start
    void start(Stage stage) {
        Actions actions = new Actions();
        run = actions.register(action("chart.run", "B"));
        again = actions.register(action("chart.again", "R"));
        keys = new KeyMap(actions, keyStore());
        layouts = new Layouts(tasks, store, Layouts.USUAL, () -> shown, problem -> {});
        transfer = transfer(store);
        button = new ActionControls(keys).button(run);
        scene = new Scene(new StackPane(button, toasts), 900, 640);
        Themes.apply(scene, look.appearance());
        look.onChange(() -> Themes.apply(scene, look.appearance()));
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void end() {
        background.shutdownNow();
    }

    private static Action action(String id, String key) {
        return Action.titled(id, "Title of " + id, ActionGroup.CHART).keys(key).run(() -> {});
    }

    private KeyStore keyStore() {
        return new KeyStore() {
            @Override
            public String read() {
                return keyText;
            }

            @Override
            public void write(String text) {
                keyText = text;
            }

            @Override
            public void putAside() {}
        };
    }

    private Path file() {
        return folder.resolve("plumbline-settings.json");
    }

    private SettingsTransfer transfer(LayoutStore in) {
        SettingsTransfer.Chooser chooser =
                new SettingsTransfer.Chooser() {
                    @Override
                    public Optional<Path> target(String name) {
                        return Optional.of(folder.resolve(name));
                    }

                    @Override
                    public Optional<Path> source() {
                        return Optional.of(file());
                    }
                };
        return new SettingsTransfer(
                tasks, settings, keys, layouts, new LayoutCollection(in), toasts, chooser);
    }

    /// What the newest note says, once there is one.
    private String said(FxRobot robot, Runnable work) throws Exception {
        robot.interact(() -> {
            toasts.getChildren().clear();
            work.run();
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !toasts.getChildren().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        List<String> words = new ArrayList<>();
        robot.from(toasts)
                .lookup(".label")
                .queryAllAs(Label.class)
                .forEach(label -> {
                    words.add(label.getText());
                });
        return String.join("\n", words);
    }

    @Test
    void whatWasExportedHoldsAtOnceWhenItIsImported(FxRobot robot) throws Exception {
        store.write("Wide", LayoutText.write(with("runs")));
        robot.interact(() -> {
            look.theme().set(Theme.LIGHT);
            look.scale().set(125);
            keys.set(run, CHANGED);
        });
        assertThat(said(robot, transfer::exportFile))
                .contains("Settings were exported", "3 settings, 1 key, 2 layouts");
        assertThat(Files.readString(file()))
                .contains("\"theme\" : \"light\"", "\"Wide\"", "chart.run = Ctrl+B")
                .doesNotContain("market");
        robot.interact(() -> {
            look.theme().set(Theme.DARK);
            look.directions().set(Directions.EAST_ASIA);
            look.scale().reset();
            keys.resetAll();
            keys.set(again, CHANGED);
            shown = with("log");
        });
        store.delete("Wide");

        String said = said(robot, transfer::importFile);

        assertThat(said)
                .contains("Settings were imported", "3 settings, 1 key, 2 layouts")
                .contains("Wide, Usual (imported)")
                .contains("These gave a key away: Title of chart.again");
        assertThat(look.theme().get()).isEqualTo(Theme.LIGHT);
        assertThat(look.directions().get()).isEqualTo(Directions.CLASSIC);
        assertThat(look.scale().get()).isEqualTo(125);
        assertThat(scene.getRoot().getStyleClass()).contains("light").doesNotContain("dark");
        assertThat(kept).containsEntry("theme", "light").containsEntry("market", "kept here");
        assertThat(keys.keys(run)).isEqualTo(CHANGED);
        assertThat(keys.keys(again)).isEmpty();
        assertThat(button.getTooltip().getText()).contains("Ctrl+B");
        assertThat(keyText).contains("chart.run = Ctrl+B");
        assertThat(layouts.name()).isEqualTo("Usual");
        assertThat(Layouts.load(store, "Usual").layout()).isEqualTo(with("log"));
        assertThat(Layouts.load(store, "Usual (imported)").layout()).isEqualTo(with("watchlist"));
        assertThat(Layouts.load(store, "Wide").layout()).isEqualTo(with("runs"));
    }

    @Test
    void theMenuOfLayoutsListsThem(FxRobot robot) throws Exception {
        write(
                """
                {"format": "plumbline-settings", "version": 1,
                 "layouts": {"Mine": {"plumbline": "layout", "version": 1}}}
                """);

        assertThat(said(robot, transfer::importFile)).contains("0 settings, 0 keys, 1 layout");

        List<String> listed = new ArrayList<>();
        robot.interact(() -> layouts.names(listed::addAll));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !listed.isEmpty());
        assertThat(listed).contains("Usual", "Mine");
    }

    @Test
    void whatIsNotKnownHereIsNamedAndTheRestIsTaken(FxRobot robot) throws Exception {
        write(
                """
                {"format": "plumbline-settings", "version": 1,
                 "settings": {"theme": "light", "scale": "7", "later": "yes"},
                 "keys": "plumbline keys 1\\nplugin.later = F4\\nchart.run = F7\\nend\\n"}
                """);

        assertThat(said(robot, transfer::importFile))
                .contains("1 setting, 1 key, 0 layouts")
                .contains("Passed over", "scale = 7, later, plugin.later");
        assertThat(look.theme().get()).isEqualTo(Theme.LIGHT);
        assertThat(look.scale().get()).isEqualTo(100);
        assertThat(keys.keys(run)).containsExactly(Chord.parse("F7"));
    }

    @Test
    void aBadFileIsNamedAndNothingIsChanged(FxRobot robot) throws Exception {
        String good =
                """
                {"format": "plumbline-settings", "version": 1, "settings": {"theme": "light"},
                 "keys": "plumbline keys 1\\nchart.run = F7\\nend\\n",
                 "layouts": {"Mine": {"plumbline": "layout", "version": 1}}}
                """;
        Map<String, String> bad = new HashMap<>();
        bad.put(good.substring(0, good.length() - 5), "cut off");
        bad.put(good.replace("\"version\": 1, \"set", "\"version\": 2, \"set"), "newer Plumbline");
        bad.put(good + " ".repeat(4 << 20), "larger than 4 MB");
        bad.put("no JSON", "cut off or was changed by hand");
        bad.put("{\"plumbline\": \"layout\", \"version\": 1}", "no file of settings");
        bad.put(good.replace("end\\n", ""), "cut short");
        bad.put(
                good.replace("\"Mine\": {\"plumbline\": \"lay", "\"Mine\": {\"plumbline\": \"x"),
                "no layout");
        for (Map.Entry<String, String> one : bad.entrySet()) {
            write(one.getKey());

            assertThat(said(robot, transfer::importFile))
                    .contains("Settings could not be imported", one.getValue())
                    .contains("plumbline-settings.json", "Nothing was changed");
        }
        Files.delete(file());
        assertThat(said(robot, transfer::importFile)).contains("it is not there any more");

        assertThat(look.theme().get()).isEqualTo(Theme.DARK);
        assertThat(keys.keys(run)).containsExactly(Chord.parse("B"));
        assertThat(keyText).isEmpty();
        assertThat(store.names()).doesNotContain("Mine");
    }

    @Test
    void ifALayoutCannotBeWrittenNothingIsChanged(FxRobot robot) throws Exception {
        write(
                """
                {"format": "plumbline-settings", "version": 1, "settings": {"theme": "light"},
                 "layouts": {"A": {"plumbline": "layout", "version": 1},
                             "B": {"plumbline": "layout", "version": 1}}}
                """);
        store.room(2);

        assertThat(said(robot, transfer::importFile))
                .contains("No space left on device", "Nothing was changed");
        assertThat(look.theme().get()).isEqualTo(Theme.DARK);
        assertThat(store.names()).containsExactly("Usual");
    }

    @Test
    void aLayoutThatCannotBeReadIsLeftOutOfTheFileAndNamed(FxRobot robot) throws Exception {
        store.write("Broken", "{");

        assertThat(said(robot, transfer::exportFile))
                .contains("3 settings, 0 keys, 1 layout", "Left out", "Broken");
        assertThat(Files.readString(file())).doesNotContain("Broken");
    }

    @Test
    void aFileThatCannotBeWrittenIsTold(FxRobot robot) throws Exception {
        Files.createDirectory(file());

        assertThat(said(robot, transfer::exportFile))
                .contains("Settings could not be exported", "it is a folder");
    }

    @Test
    void aSafeStartNeitherReadsNorKeepsWhatIsTheUsers(FxRobot robot) throws Exception {
        SettingsTransfer safe = transfer(SafeStores.layouts());

        assertThat(said(robot, safe::exportFile)).contains("Not in this start");
        assertThat(said(robot, safe::importFile)).contains("Not in this start");
        assertThat(file()).doesNotExist();
    }

    private void write(String text) throws IOException {
        Files.write(file(), text.getBytes(StandardCharsets.UTF_8));
    }
}
