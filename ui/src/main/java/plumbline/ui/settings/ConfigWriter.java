package plumbline.ui.settings;

import java.io.IOException;
import plumbline.engine.config.ConfigKey;

/// Port: keeps what the user changes of the configuration, so that the command line and the next
/// start have it too.
public interface ConfigWriter {
    /// Sets a key. Background; blocks. What the key is set to is in the configuration when it
    /// returns.
    ///
    /// @throws IllegalArgumentException if the key may not have the value, or if what is kept has
    ///   faults
    /// @throws IOException if it cannot be kept
    void set(ConfigKey<?> key, String text) throws IOException;

    /// Takes back what the user set; as [#set].
    void reset(ConfigKey<?> key) throws IOException;

    /// FX thread: a key was changed.
    default void changed(ConfigKey<?> key) {}
}
