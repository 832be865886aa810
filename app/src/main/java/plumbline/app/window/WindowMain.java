package plumbline.app.window;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.app.Home;
import plumbline.app.Uncaught;
import plumbline.engine.config.Configuration;

/// Starts the window if there is a display, and waits until it is closed.
public final class WindowMain {
    private static final Logger LOG = LoggerFactory.getLogger(WindowMain.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Home home;
    private final Configuration configuration;
    private final InstantSource clock;
    private final Map<String, String> environment;

    public WindowMain(
            Home home,
            Configuration configuration,
            InstantSource clock,
            Map<String, String> environment) {
        this.home = home;
        this.configuration = configuration;
        this.clock = clock;
        this.environment = environment;
    }

    /// @param demo straight on the bundled sample, without the welcome for newcomers
    /// @param safe with the usual layout and keys, whatever the user has changed
    /// @param withoutWindow what is done where there is no display
    /// @return the exit status
    public int run(boolean demo, boolean safe, Callable<Integer> withoutWindow) throws Exception {
        return open(withoutWindow, (workstation, closed) -> workstation.show(demo, safe, closed));
    }

    /// Opens the window, lets it play a backtest by itself, closes it: for the start-up cache.
    ///
    /// @return the exit status
    public int rehearse(Callable<Integer> withoutWindow) throws Exception {
        return open(
                withoutWindow,
                (workstation, closed) -> Rehearsal.play(workstation.show(true, false, closed)));
    }

    /// Shows the window; `closed` is to be run when it has been closed. FX thread.
    private interface Showing {
        void show(Workstation workstation, Runnable closed);
    }

    private int open(Callable<Integer> withoutWindow, Showing showing) throws Exception {
        if (!mayHaveDisplay()) {
            return withoutWindow.call();
        }
        try (Workstation workstation = new Workstation(home, configuration, clock, environment)) {
            new Uncaught(workstation::unexpected).install();
            workstation.prepare();
            AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
            try {
                Platform.startup(() -> {
                    try {
                        showing.show(workstation, closed::countDown);
                    } catch (RuntimeException | Error e) { // or nobody would ever close it
                        failure.set(e);
                        closed.countDown();
                    }
                });
            } catch (UnsupportedOperationException e) { // a display is named but does not answer
                LOG.debug("no display", e);
                return withoutWindow.call();
            }
            closed.await();
            workstation.ended();
            Platform.exit();
            if (failure.get() != null) {
                throw new IllegalStateException("the window could not be built", failure.get());
            }
        }
        return 0;
    }

    /// Any thread: ends it as if the user had closed the window.
    public void close() {
        closed.countDown();
    }

    private boolean mayHaveDisplay() {
        boolean asks = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !asks
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
