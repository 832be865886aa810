package plumbline.ui.shell;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import plumbline.engine.text.ErrorText;
import plumbline.ui.control.Message;
import plumbline.ui.fx.Frames;
import plumbline.ui.settings.LookSettings;
import plumbline.ui.start.HomeOpening;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.Layouts;
import plumbline.ui.workspace.WindowLayout;

/// What the application puts on its stage: the workspace as soon as the home folder is open, or why
/// it could not be opened.
///
/// Threads: FX thread.
public final class MainWindow {
    /// The workspace is laid out in the first one and drawn in the second.
    private static final int FIRST_FRAMES = 3;

    private final WindowContext context;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final LookSettings lookSettings;
    private final Look look;
    private final InvalidationListener focus = property -> focused();
    private final EventHandler<WindowEvent> hidden = e -> close();
    private @Nullable WorkspaceView view;
    private @Nullable WorkspaceModel model;
    private boolean safe;

    public MainWindow(WindowContext context, double width, double height) {
        this.context = context;
        root.getStyleClass().add("window");
        scene = new Scene(root, width, height);
        lookSettings = new LookSettings(context.memory());
        look = new Look(lookSettings);
        look.dress(scene);
    }

    /// Whether layouts and keys of the user are left alone.
    public boolean isSafe() {
        return safe;
    }

    public Scene scene() {
        return scene;
    }

    /// The picture of the window for the desktop.
    public static Image icon() {
        return Logo.picture(64);
    }

    /// Opens the home folder in the background and shows the workspace.
    ///
    /// @param opening opens it; its failure is shown, with a way to try again
    public void open(HomeOpening<WindowServices> opening) {
        open(Texts.of("start.opening", context.home()), opening);
    }

    /// The same for an opening that restores a backup first.
    ///
    /// @param backup what is restored, as people read it
    public void restore(String backup, HomeOpening<WindowServices> opening) {
        open(Texts.of("data.restore.doing", backup), opening);
    }

    private void open(String doing, HomeOpening<WindowServices> opening) {
        OpeningView waiting = new OpeningView(doing, context.tasks());
        show(waiting);
        boolean asks = context.opening().safe() || context.opening().crashed();
        context.tasks()
                .run(
                        () -> {
                            WindowServices services = opening.open(waiting.progress());
                            return asks ? unread(services) : read(services);
                        },
                        found -> choose(found, opening),
                        failure -> failed(failure, opening));
    }

    private record Opened(WindowServices services, Layouts.Loaded layout) {}

    private String layout() {
        return WorkspaceLayouts.first(context.memory());
    }

    /// With the layout of the user.
    private Opened read(WindowServices services) {
        return new Opened(services, Layouts.load(services.layouts(), layout()));
    }

    /// With the usual layout; the file of the user is not touched, it may be the cause.
    private Opened unread(WindowServices services) {
        return new Opened(services, new Layouts.Loaded(layout(), WindowLayout.untouched(), ""));
    }

    /// After a crash the user says what is opened.
    private void choose(Opened found, HomeOpening<WindowServices> opening) {
        if (context.opening().safe()) {
            openSafely(found);
        } else if (context.opening().crashed()) {
            Button restore = new Button(Texts.of("start.restore"));
            restore.setId("start-restore");
            restore.setDefaultButton(true);
            restore.setOnAction(e ->
                    context.tasks()
                            .run(
                                    () -> read(found.services()),
                                    this::opened,
                                    failure -> failed(failure, opening)));
            Button usual = new Button(Texts.of("start.usual"));
            usual.setId("start-usual");
            usual.setOnAction(e -> openSafely(found));
            show(
                    new Message(
                            MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                            Texts.of("start.crashed"),
                            Texts.of("start.crashed.detail"),
                            List.of(restore, usual)));
            restore.requestFocus();
        } else {
            opened(found);
        }
    }

    private void openSafely(Opened found) {
        safe = true;
        opened(unread(found.services().safe()));
        if (view != null) {
            view.notices().warned(Texts.of("start.safe"), Texts.of("start.safe.detail"), List.of());
        }
    }

    private void opened(Opened opened) {
        WindowServices services = opened.services();
        Welcome welcome = new Welcome(context.memory(), context.opening().welcome());
        WorkspaceModel newModel = new WorkspaceModel(context, services);
        WorkspaceView newView =
                new WorkspaceView(context, newModel, services, opened.layout(), look);
        look.onDress(newView::listen);
        model = newModel;
        view = newView;
        newView.listen(scene);
        show(newView);
        newModel.start();
        SettingsPage.goToFirst(context.memory(), newModel);
        newView.showResults();
        newView.focusPage();
        welcome.show(newView, newModel, lookSettings);
        // until then the window says that it opens
        Frames.after(FIRST_FRAMES, newModel.centres().watchdog()::start);
        Window window = scene.getWindow();
        window.focusedProperty().addListener(focus);
        window.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden);
    }

    private void focused() {
        if (model != null && scene.getWindow().isFocused()) {
            model.focused();
        }
    }

    /// Saves what the user arranged and ends all that it shows. It is not used again.
    public void close() {
        Window window = scene.getWindow();
        window.focusedProperty().removeListener(focus);
        window.removeEventHandler(WindowEvent.WINDOW_HIDDEN, hidden);
        if (view != null && model != null) {
            view.close();
            model.close();
        }
    }

    /// A backup was made without the user.
    public void backedUp() {
        if (model != null) {
            model.store().readUpkeep();
        }
    }

    /// A backup that was made without the user has failed.
    public void backupFailed(Throwable failure) {
        if (view != null) {
            view.notices().failed(Texts.of("data.backup.failed"), failure);
        }
    }

    /// Something went wrong that nobody was ready for.
    public void unexpected(Throwable failure) {
        if (view != null) {
            view.notices().failed(Texts.of("unexpected.title"), failure);
        }
    }

    private void failed(Throwable failure, HomeOpening<WindowServices> opening) {
        Button retry = new Button(Texts.of("start.retry"));
        retry.setId("start-retry");
        retry.setDefaultButton(true);
        retry.setOnAction(e -> open(opening));
        Button close = new Button(Texts.of("start.close"));
        close.setOnAction(e -> scene.getWindow().hide());
        show(
                new Message(
                        MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                        Texts.of("start.failed", context.home()),
                        ErrorText.of(failure),
                        List.of(retry, close)));
    }

    private void show(Parent content) {
        root.getChildren().setAll(content);
    }
}
