package plumbline.app.window;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import plumbline.app.Home;

/// Starts the window if there is a display.
public final class WindowMain {
    private final Map<String, String> environment;

    public WindowMain(Home home, InstantSource clock, Map<String, String> environment) {
        this.environment = environment;
    }

    /// @param withoutWindow what is done where there is no display
    /// @return the exit status
    public int run(boolean demo, Callable<Integer> withoutWindow) throws Exception {
        return withoutWindow.call();
    }
}
