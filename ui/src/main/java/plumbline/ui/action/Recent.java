package plumbline.ui.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The entries that were chosen last.
///
/// Threads: FX thread.
final class Recent {
    private static final int MOST = 12;

    private final RecentStore store;
    private final List<String> ids;

    Recent(RecentStore store) {
        this.store = store;
        ids = new ArrayList<>(store.read().stream().distinct().limit(MOST).toList());
    }

    void chosen(PaletteEntry entry) {
        ids.remove(entry.id());
        ids.addFirst(entry.id());
        while (ids.size() > MOST) {
            ids.removeLast();
        }
        store.write(List.copyOf(ids));
    }

    /// The same entries, those that were chosen last first.
    List<PaletteEntry> first(List<PaletteEntry> entries) {
        if (ids.isEmpty()) {
            return entries;
        }
        Map<String, PaletteEntry> found = new HashMap<>();
        List<PaletteEntry> others = new ArrayList<>(entries.size());
        for (PaletteEntry entry : entries) {
            if (!ids.contains(entry.id()) || found.putIfAbsent(entry.id(), entry) != null) {
                others.add(entry);
            }
        }
        List<PaletteEntry> all = new ArrayList<>(entries.size());
        for (String id : ids) {
            PaletteEntry entry = found.get(id);
            if (entry != null) {
                all.add(entry);
            }
        }
        all.addAll(others);
        return all;
    }
}
