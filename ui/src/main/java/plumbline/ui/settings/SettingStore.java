package plumbline.ui.settings;

/// Port: what is remembered from one start to the next.
///
/// Threads: FX thread; the calls return at once, writing is the implementation's matter.
public interface SettingStore {

    /// What was remembered under `key`, or `otherwise`.
    String read(String key, String otherwise);

    void write(String key, String value);
}
