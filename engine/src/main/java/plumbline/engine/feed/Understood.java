package plumbline.engine.feed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.layout.FileLayout;

/// What files were found to be, each different one once.
///
/// Not thread-safe.
final class Understood {
    private final Map<String, Understanding> different = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable FileLayout layout;
    private String kind = "";
    private @Nullable Path last;

    /// @param found of a text
    /// @param format `csv` or `json`
    /// @param ofRows what is to be said of its rows
    void add(Path file, FileLayout found, String format, List<String> ofRows) {
        layout = found;
        kind = format;
        last = file;
        different.merge(
                found.text(),
                new Understanding(file, 1, found.text(), found.facts()),
                (before, _) -> before.oneMore());
        found.notes().forEach(note -> note(file, note));
        ofRows.forEach(note -> note(file, note));
    }

    /// What a user should know of a file.
    void note(Path file, String note) {
        notes.add(file + ": " + note);
    }

    /// Takes back what was added of what is in `archive`.
    void forget(Path archive) {
        different.values().removeIf(one -> one.first().startsWith(archive));
        notes.removeIf(note -> note.startsWith(archive.toString()));
    }

    /// What most often lies between two of the first rows of `file`, if that was the last; else 0.
    long stepMs(Path file) {
        FileLayout found = layout;
        return found == null || !file.equals(last) ? 0 : found.stepMs();
    }

    /// `csv`, `json` or `binance`: the text that was read last.
    String kind() {
        FileLayout found = layout;
        return found != null && found.binance() ? CandleFileFormat.BINANCE.code() : kind;
    }

    List<Understanding> all() {
        return List.copyOf(different.values());
    }

    List<String> notes() {
        return notes;
    }
}
