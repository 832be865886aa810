package plumbline.ui.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.LayoutText.LayoutException;

/// All layouts of a store, to be carried elsewhere and to be joined by those of elsewhere.
///
/// Threads: any but the FX thread; the calls block.
public record LayoutCollection(LayoutStore store) {
    /// What there is.
    ///
    /// @param leftOut names of those that cannot be read
    public record Found(Map<String, WindowLayout> layouts, List<String> leftOut) {}

    /// @throws IOException if the store cannot be read
    public Found all() throws IOException {
        Map<String, WindowLayout> layouts = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (String name : store.names()) {
            Optional<WindowLayout> layout = Layouts.isName(name) ? read(name) : Optional.empty();
            layout.ifPresentOrElse(found -> layouts.put(name, found), () -> leftOut.add(name));
        }
        return new Found(layouts, leftOut);
    }

    private Optional<WindowLayout> read(String name) throws IOException {
        Optional<String> text = store.read(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LayoutText.read(text.get()));
        } catch (LayoutException e) {
            return Optional.empty(); // it stays where it is, for whoever opens it
        }
    }

    /// Adds layouts, all or none. None takes the place of another: if a name is taken by one that
    /// differs, the new one is called `NAME (imported)`; one that is there already is not added.
    ///
    /// @return the names of those that were added
    /// @throws IOException if one cannot be written; those before it are gone again
    public List<String> add(Map<String, WindowLayout> more) throws IOException {
        Map<String, String> taken = new LinkedHashMap<>();
        store.names().forEach(name -> taken.put(folded(name), name));
        List<String> added = new ArrayList<>();
        try {
            for (Map.Entry<String, WindowLayout> one : more.entrySet()) {
                Optional<String> free = free(one.getKey(), one.getValue(), taken);
                if (free.isPresent()) {
                    taken.put(folded(free.get()), free.get());
                    added.add(free.get());
                    store.write(free.get(), LayoutText.write(one.getValue()));
                }
            }
        } catch (IOException e) {
            remove(added, e);
            throw e;
        }
        return added;
    }

    private void remove(List<String> names, IOException cause) {
        for (String name : names) {
            try {
                store.delete(name);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /// A name that nobody has; empty if the layout itself is there under one of them.
    private Optional<String> free(String name, WindowLayout layout, Map<String, String> taken)
            throws IOException {
        String wanted = name;
        for (int i = 1; ; i++) {
            String there = taken.get(folded(wanted));
            if (there == null) {
                return Optional.of(wanted);
            }
            if (read(there).filter(layout::equals).isPresent()) {
                return Optional.empty();
            }
            wanted = imported(name, i);
        }
    }

    private static String imported(String name, int number) {
        String key = number == 1 ? "layout.imported" : "layout.importedAgain";
        int room = Layouts.LONGEST_NAME - Texts.of(key, "", number).length();
        int kept = Math.min(name.codePointCount(0, name.length()), room);
        return Texts.of(key, name.substring(0, name.offsetByCodePoints(0, kept)).strip(), number);
    }

    /// Some file systems do not tell large letters from small ones.
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
