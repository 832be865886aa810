package plumbline.ui.shell;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import plumbline.engine.text.ErrorText;
import plumbline.ui.control.Controls;
import plumbline.ui.control.Message;
import plumbline.ui.settings.LookSettings;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.Layouts;

/// What the application puts on its stage: the workspace as soon as the home folder is open, or why
/// it could not be opened.
///
/// Threads: FX thread.
public final class MainWindow {
    private final WindowContext context;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final LookSettings lookSettings;
    private final Look look;
    private @Nullable WorkspaceView view;
    private @Nullable WorkspaceModel model;

    public MainWindow(WindowContext context, double width, double height) {
        this.context = context;
        root.getStyleClass().add("window");
        scene = new Scene(root, width, height);
        lookSettings = new LookSettings(context.memory());
        look = new Look(lookSettings);
        look.dress(scene);
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
    public void open(Callable<WindowServices> opening) {
        show(opening());
        String layout = context.memory().read("layout", Layouts.USUAL);
        context.tasks()
                .run(
                        () -> {
                            WindowServices services = opening.call();
                            return new Opened(services, Layouts.load(services.layouts(), layout));
                        },
                        this::opened,
                        failure -> failed(failure, opening));
    }

    private record Opened(WindowServices services, Layouts.Loaded layout) {}

    private void opened(Opened opened) {
        WindowServices services = opened.services();
        WorkspaceModel newModel = new WorkspaceModel(context, services);
        WorkspaceView newView =
                new WorkspaceView(context, newModel, services, opened.layout(), look);
        look.onDress(newView::listen);
        model = newModel;
        view = newView;
        newView.listen(scene);
        show(newView);
        newModel.start();
        newView.focusPage();
        newView.showResults();
        Window window = scene.getWindow();
        window.focusedProperty()
                .addListener((property, before, focused) -> {
                    if (focused) {
                        newModel.focused();
                    }
                });
        window.addEventHandler(
                WindowEvent.WINDOW_HIDDEN,
                e -> {
                    newView.close();
                    newModel.close();
                });
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
            view.notices().failed(Texts.of("data.backup.failed"), ErrorText.of(failure));
        }
    }

    /// Something went wrong that nobody was ready for.
    ///
    /// @param logs where the details are
    public void unexpected(Throwable failure, String logs) {
        if (view != null && model != null) {
            model.centres().errors().report(failure);
            view.notices()
                    .failed(
                            Texts.of("unexpected.title"),
                            Texts.of("unexpected.detail", ErrorText.of(failure), logs));
        }
    }

    private void failed(Throwable failure, Callable<WindowServices> opening) {
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

    private Parent opening() {
        VBox box = new VBox(10, Controls.label(Texts.of("start.opening", context.home()), "muted"));
        box.getStyleClass().add("message");
        return box;
    }

    private void show(Parent content) {
        root.getChildren().setAll(content);
    }
}
