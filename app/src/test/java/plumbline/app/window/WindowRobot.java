package plumbline.app.window;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plumbline.app.Home;
import plumbline.app.Uncaught;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.ConfigLoader;

/// Starts the workstation as the product does, on a real home folder, and drives it as a user does.
final class WindowRobot extends FxRobot implements AutoCloseable {
    private static final long PATIENCE_S = 30;

    /// No test asks the world's exchanges.
    private static final Map<String, String> NOWHERE =
            ConfigKeys.ALL.stream()
                    .filter(key -> key.name().matches("exchanges\\..*url"))
                    .collect(Collectors.toMap(ConfigKey::variable, key -> "http://127.0.0.1:9"));

    private final Workstation workstation;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    WindowRobot(Path home, boolean demo) throws TimeoutException {
        this(home, demo, NOWHERE);
    }

    /// @param environment variables that configure it
    WindowRobot(Path home, boolean demo, Map<String, String> environment) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        ConfigLoader configuration = new ConfigLoader();
        configuration.environment(environment);
        workstation =
                new Workstation(
                        new Home(home),
                        configuration.configuration(),
                        InstantSource.system(),
                        environment);
        workstation.prepare();
        interact(() -> {
            Thread.currentThread()
                    .setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            workstation.show(demo, false, closed::countDown);
        });
    }

    /// What nobody caught on the FX thread.
    List<Throwable> failures() {
        return failures;
    }

    /// What the window makes of a failure that nobody caught.
    Uncaught uncaught() {
        return new Uncaught(workstation::unexpected);
    }

    Stage stage() {
        return (Stage)
                Window.getWindows().stream()
                        .filter(w -> w instanceof Stage s && "Plumbline".equals(s.getTitle()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("there is no window"));
    }

    Scene scene() {
        return stage().getScene();
    }

    boolean has(String selector) {
        return lookup(selector).tryQuery().filter(Node::isVisible).isPresent();
    }

    String textOf(String selector) {
        return lookup(selector).queryAs(Labeled.class).getText();
    }

    /// Waits until something is so, and fails if it does not become so.
    void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    void untilShown(String selector) {
        until(selector, () -> has(selector));
    }

    @Override
    public void close() {
        interact(() -> stage().close());
        until("the window is closed", () -> closed.getCount() == 0);
        workstation.close();
    }
}
