package plumbline.engine.feed;

import java.nio.file.Path;
import java.util.Map;

/// What files that are alike were found to be.
///
/// @param first of them
/// @param files how many there are
/// @param text in one line, for people
/// @param facts by name, as [plumbline.engine.feed.layout.FileLayout#facts]
public record Understanding(Path first, int files, String text, Map<String, String> facts) {

    Understanding oneMore() {
        return new Understanding(first, files + 1, text, facts);
    }

    /// `prices.csv and 2 more: UTF-8, comma, ...`.
    @Override
    public String toString() {
        return first + (files == 1 ? "" : " and " + (files - 1) + " more") + ": " + text;
    }
}
