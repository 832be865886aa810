package plumbline.ui.action;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the sheet of keys says, by heading; on the screen and on paper it is the same.
///
/// @param groups in their order, none of them empty
record KeyRows(List<Group> groups) {

    /// One heading.
    record Group(String title, List<Row> rows) {}

    /// One line.
    ///
    /// @param keys as people read them; none if there is none
    record Row(String title, List<String> keys) {}

    static KeyRows of(KeyMap keys, List<Gesture> gestures) {
        Map<ActionGroup, List<Row>> rows = new EnumMap<>(ActionGroup.class);
        for (Action action : keys.actions().all()) {
            List<String> texts =
                    keys.keys(action).stream().map(key -> key.text(keys.keyboard())).toList();
            rows.computeIfAbsent(action.group(), g -> new ArrayList<>())
                    .add(new Row(action.title(), texts));
        }
        for (Gesture gesture : gestures) {
            rows.computeIfAbsent(gesture.group(), g -> new ArrayList<>())
                    .add(new Row(gesture.title(), gesture.how()));
        }
        List<Group> groups = new ArrayList<>();
        rows.forEach((group, lines) -> groups.add(new Group(group.title(), List.copyOf(lines))));
        return new KeyRows(List.copyOf(groups));
    }

    /// The rows in which every word of `filter` stands: in the title, the heading or a key.
    KeyRows filtered(String filter) {
        List<Group> kept = new ArrayList<>();
        for (Group group : groups) {
            List<Row> rows =
                    group.rows().stream().filter(row -> matches(group, row, filter)).toList();
            if (!rows.isEmpty()) {
                kept.add(new Group(group.title(), rows));
            }
        }
        return new KeyRows(List.copyOf(kept));
    }

    private static boolean matches(Group group, Row row, String filter) {
        String all = group.title() + "\n" + row.title() + "\n" + String.join("\n", row.keys());
        return isWithin(filter, all);
    }

    /// Whether each word stands in a text, in capitals or not.
    static boolean isWithin(String words, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
