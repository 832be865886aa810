package plumbline.engine.feed;

import java.nio.file.Path;
import java.time.ZoneId;
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
        found.notes().forEach(note -> note(file, note));
        add(file, found.facts(), found.text(), ofRows);
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

    /// What was found of a file that is no text.
    void add(Path file, Map<String, String> facts, String text, List<String> ofRows) {
        different.merge(
                text, new Understanding(file, 1, text, facts), (before, _) -> before.oneMore());
        ofRows.forEach(note -> note(file, note));
    }

    /// What was found of the times of `file`, if that was the last text; else nothing but the zone.
    FileMerge.Times times(Path file, ZoneId zone) {
        FileLayout found = layout;
        return found == null || !file.equals(last)
                ? FileMerge.Times.in(zone)
                : FileMerge.Times.of(found);
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
