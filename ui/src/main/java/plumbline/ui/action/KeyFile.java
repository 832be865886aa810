package plumbline.ui.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.ui.text.Texts;

/// The changed keys as text: a first line with the version, a line for each action, a last line by
/// which a cut text is seen.
///
/// ```
/// plumbline keys 1
/// chart.backtest = Ctrl+K, F2
/// chart.fit =
/// end
/// ```
///
/// Threads: any.
public final class KeyFile {
    private static final String NAME = "plumbline keys ";
    private static final int VERSION = 1;
    private static final String END = "end";

    private KeyFile() {}

    /// What a text says.
    public sealed interface Content {
        /// @param byAction keys by the id of the action; no keys are keys too
        /// @param problem of the lines that cannot be read, for the user, to stand behind a colon;
        ///   empty if there are none
        record Keys(Map<String, List<Chord>> byAction, String problem) implements Content {}

        /// @param problem for the user, to stand behind a colon
        record Bad(String problem) implements Content {}
    }

    /// Writes what [#read] reads.
    public static String write(Map<String, List<Chord>> byAction) {
        StringBuilder text = new StringBuilder(NAME).append(VERSION).append('\n');
        byAction.forEach((id, chords) -> {
            List<String> names = chords.stream().map(Chord::toString).toList();
            text.append((id + " = " + String.join(", ", names)).stripTrailing());
            text.append('\n');
        });
        return text.append(END).append('\n').toString();
    }

    /// Reads keys; no text at all is no keys.
    public static Content read(String text) {
        if (text.isBlank()) {
            return new Content.Keys(Map.of(), "");
        }
        List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        String first = lines.getFirst();
        if (!first.matches(NAME + "\\d{1,9}")) {
            return new Content.Bad(Texts.of("actions.file.rubbish"));
        }
        if (Integer.parseInt(first.substring(NAME.length())) > VERSION) {
            return new Content.Bad(Texts.of("actions.file.newer"));
        }
        boolean whole = lines.size() > 1 && lines.getLast().equals(END);
        Map<String, List<Chord>> byAction = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        // the last line of a text that was cut off may lack a part of its keys
        for (String line : lines.subList(1, Math.max(1, lines.size() - 1))) {
            if (!readLine(line, byAction)) {
                problems.add(Texts.of("actions.file.line", line));
            }
        }
        if (!whole) {
            problems.add(Texts.of("actions.file.cut"));
        }
        return new Content.Keys(byAction, String.join("; ", problems));
    }

    private static boolean readLine(String line, Map<String, List<Chord>> byAction) {
        int sign = line.indexOf('=');
        if (sign <= 0) {
            return false;
        }
        String keys = line.substring(sign + 1).strip();
        List<Chord> chords = new ArrayList<>();
        try {
            for (String key : keys.isEmpty() ? new String[0] : keys.split(",", -1)) {
                chords.add(Chord.parse(key));
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
        return byAction.putIfAbsent(line.substring(0, sign).strip(), List.copyOf(chords)) == null;
    }
}
