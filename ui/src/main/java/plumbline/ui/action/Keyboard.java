package plumbline.ui.action;

import java.util.Locale;

/// How the keys are called, and which one goes with shortcuts.
public enum Keyboard {
    /// Ctrl with shortcuts.
    PC,
    /// Command with shortcuts; keys are called by their signs.
    MAC;

    /// Of this machine.
    public static Keyboard current() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("mac") ? MAC : PC;
    }
}
