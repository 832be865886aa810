package plumbline.app;

import java.io.IOException;
import plumbline.engine.config.ConfigException;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.Configuration;
import plumbline.engine.config.UserConfig;
import plumbline.engine.config.UserConfig.Change;
import plumbline.engine.market.StorageException;

/// What the user changes of the configuration, in the window and on the command line alike: it is
/// kept, noted in the audit log, and holds at once where that is safe.
///
/// Threads: any thread but the FX thread; the calls block.
public final class ConfigChanges {
    private static final String ACTION = "config";

    private final Configuration configuration;
    private final UserConfig user;
    private final Noting noting;

    /// Notes in the audit log what was done.
    @FunctionalInterface
    public interface Noting {
        /// @throws StorageException if it cannot be noted
        void note(String action, String subject, String detail);
    }

    /// @param configuration of this program, which takes up what holds at once
    public ConfigChanges(Home home, Configuration configuration, Noting noting) {
        this.configuration = configuration;
        this.user = new UserConfig(home.folder(), configuration);
        this.noting = noting;
    }

    /// Sets a key.
    ///
    /// @throws IllegalArgumentException if the key may not have the value, or may not be set so
    /// @throws ConfigException if what is kept has faults; nothing is changed
    /// @throws IOException if it cannot be kept; nothing is changed
    /// @throws StorageException if it was done and could not be noted
    public Change set(ConfigKey<?> key, String text) throws IOException {
        return done(user.set(key, text));
    }

    /// Takes back what the user set; throws as [#set].
    public Change reset(ConfigKey<?> key) throws IOException {
        return done(user.reset(key));
    }

    private Change done(Change change) {
        if (change.isOne()) {
            if (change.key().equals(ConfigKeys.LOG_LEVEL)) {
                Logs.level(configuration.get(ConfigKeys.LOG_LEVEL));
            }
            noting.note(ACTION, change.key().name(), change.text());
        }
        return change;
    }
}
