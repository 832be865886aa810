package plumbline.ui.shell;

import plumbline.ui.settings.SettingStore;

/// Port: what the window remembers from one start to the next.
///
/// Threads: FX thread; the calls return at once, writing is the implementation's matter.
public interface WindowSettings extends SettingStore {
    /// Why nothing of the last time is remembered, for the user; empty if it is, or if there was
    /// none.
    default String problem() {
        return "";
    }
}
