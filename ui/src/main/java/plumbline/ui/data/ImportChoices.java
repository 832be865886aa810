package plumbline.ui.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import plumbline.engine.feed.ImportOption;
import plumbline.engine.feed.ImportOptions;
import plumbline.engine.feed.ImportPreview;

/// What the user says of the files in the place of what was found; empty where nothing is said. The
/// timeframe is among it.
///
/// Threads: FX thread.
final class ImportChoices {
    /// What the command line takes for a column that is not wanted.
    private static final String NOT_WANTED = "-";

    private final Map<ImportOption, StringProperty> said = new EnumMap<>(ImportOption.class);

    ImportChoices() {
        for (ImportOption option : ImportOption.values()) {
            said.put(option, new SimpleStringProperty(""));
        }
    }

    /// What is said of one thing.
    StringProperty of(ImportOption option) {
        StringProperty one = said.get(option);
        if (one == null) {
            throw new IllegalArgumentException(option.text());
        }
        return one;
    }

    boolean isSaid(ImportOption option) {
        return !text(option).isEmpty();
    }

    /// Back to what was found.
    void reset(ImportOption option) {
        of(option).set("");
    }

    /// Calls `listener` after each change from now on.
    void onChange(Runnable listener) {
        for (ImportOption option : ImportOption.values()) {
            of(option).addListener((property, before, now) -> listener.run());
        }
    }

    /// Says what a column is; the column that was it before is not wanted any more.
    ///
    /// @param preview with what all the columns are
    /// @param role empty if it is not wanted
    void sayColumn(ImportPreview preview, int column, String role) {
        List<String> roles = new ArrayList<>();
        for (int i = 0; i < preview.roles().size(); i++) {
            String before = preview.roles().get(i);
            String now = i == column ? role : before.equals(role) ? "" : before;
            roles.add(now.isEmpty() ? NOT_WANTED : now);
        }
        of(ImportOption.COLUMNS).set(String.join(",", roles));
    }

    /// All of it as the import takes it.
    ImportOptions options() {
        return new ImportOptions(
                text(ImportOption.COLUMNS),
                text(ImportOption.DATE_FORMAT),
                text(ImportOption.DECIMAL),
                text(ImportOption.ZONE),
                text(ImportOption.TIME),
                text(ImportOption.SYMBOL),
                text(ImportOption.MEMBER));
    }

    private String text(ImportOption option) {
        String text = of(option).get();
        return text == null ? "" : text.strip();
    }
}
