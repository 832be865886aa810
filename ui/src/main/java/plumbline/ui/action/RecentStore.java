package plumbline.ui.action;

import java.util.List;

/// Port: which entries of the palette were chosen last.
///
/// Threads: FX thread; the calls return at once, writing is the implementation's matter.
public interface RecentStore {
    /// Ids of entries, the newest first; what cannot be read is no ids.
    List<String> read();

    void write(List<String> ids);
}
