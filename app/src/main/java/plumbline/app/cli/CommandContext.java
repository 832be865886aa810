package plumbline.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.app.StoreSettings;
import plumbline.engine.config.ConfigException;
import plumbline.engine.config.ConfigFile;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.ConfigLoader;
import plumbline.engine.config.Configuration;
import plumbline.engine.config.UserConfig;

/// What commands stand on: the terminal, the options that all have, the clock, the home folder, and
/// whether the user has cancelled.
final class CommandContext {
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final GlobalOptions options = new GlobalOptions();
    private @Nullable ConfigLoader layers;
    private volatile boolean cancelled;
    private volatile Runnable whenCancelled = () -> {};

    CommandContext(Terminal terminal, Map<String, String> environment, InstantSource clock) {
        this.terminal = terminal;
        this.environment = environment;
        this.clock = clock;
    }

    Terminal terminal() {
        return terminal;
    }

    GlobalOptions options() {
        return options;
    }

    InstantSource clock() {
        return clock;
    }

    Map<String, String> environment() {
        return environment;
    }

    /// The home folder, as the options or the environment say.
    Path folder() {
        return Home.folder(options.home, environment);
    }

    /// Every layer of the configuration, with what is wrong with them.
    ConfigLoader layers() {
        ConfigLoader read = layers;
        if (read == null) {
            read = read();
            layers = read;
        }
        return read;
    }

    private ConfigLoader read() {
        ConfigLoader loader = new ConfigLoader().fileIfAny(configFile());
        if (options.config != null) {
            loader.file(options.config);
        }
        loader.environment(environment).userFileIfAny(UserConfig.file(folder()));
        if (options.verbose) {
            loader.passingOverFaults().set(ConfigKeys.LOG_LEVEL, "debug", "--verbose");
        }
        return loader;
    }

    Path configFile() {
        return folder().resolve(ConfigFile.NAME);
    }

    /// What is configured.
    ///
    /// @throws ConfigException if anything in it is wrong
    Configuration configuration() {
        return layers().configuration();
    }

    Home home() {
        return new Home(folder(), StoreSettings.of(configuration()));
    }

    /// Opens the home folder and says what was found amiss on opening; the caller closes it.
    OpenHome open() {
        return told(OpenHome.open(home(), clock));
    }

    /// The same for a command that writes down what it found or did, and restores nothing.
    OpenHome openAsItIs() {
        return told(OpenHome.openAsItIs(home(), clock));
    }

    /// The same for a command that changes nothing.
    OpenHome look() {
        return told(OpenHome.look(home(), clock));
    }

    private OpenHome told(OpenHome home) {
        home.recovery().ifPresent(recovery -> terminal.error("plumbline: " + recovery.text()));
        home.facts().warnings().forEach(warning -> terminal.note("plumbline: " + warning));
        return home;
    }

    /// Any thread: asks the running command to stop.
    void cancel() {
        cancelled = true;
        whenCancelled.run();
    }

    /// What stops a command that does not ask by itself.
    void onCancel(Runnable stop) {
        whenCancelled = stop;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
