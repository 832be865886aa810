package plumbline.engine.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// The text of a configuration file: sections within sections, and values with the line that each
/// stands on. Keys are the names of the sections and of the value with dots between.
///
/// @param entries by key, in the order of the file
/// @param problems what is no such text
record ConfigText(Map<String, Entry> entries, List<ConfigProblem> problems) {
    private static final YAMLFactory FACTORY = YAMLFactory.builder().build();
    private static final int DEEPEST = 8;
    private static final Pattern PLACE =
            Pattern.compile("([^\\n]*)\\n in reader, line (\\d+), column (\\d+):");

    /// A value as it stands there.
    ///
    /// @param line from 1
    /// @param column from 1
    record Entry(String value, int line, int column) {}

    /// @param source for messages
    static ConfigText of(String source, String yaml) {
        return new Reader(source).read(yaml);
    }

    private static final class Reader {
        private final String source;
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<ConfigProblem> problems = new ArrayList<>();
        private final Deque<String> sections = new ArrayDeque<>();
        private String name = "";
        private @Nullable TokenStreamLocation nameAt;

        Reader(String source) {
            this.source = source;
        }

        ConfigText read(String yaml) {
            if (!yaml.isBlank()) {
                try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), yaml)) {
                    document(parser);
                } catch (JacksonException e) {
                    problems.add(notYaml(e.getOriginalMessage()));
                }
            }
            return new ConfigText(entries, problems);
        }

        private void document(JsonParser parser) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return; // comments only
            }
            if (first != JsonToken.START_OBJECT) {
                problem(
                        parser.currentTokenLocation(),
                        "a configuration is made of lines like 'version: 1' and sections of them");
                return;
            }
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                token(parser, token);
            }
        }

        private void token(JsonParser parser, JsonToken token) {
            switch (token) {
                case PROPERTY_NAME -> {
                    name = parser.currentName();
                    nameAt = parser.currentTokenLocation();
                }
                case START_OBJECT -> {
                    if (sections.size() >= DEEPEST) {
                        problem(nameAt, "sections are nested deeper than " + DEEPEST);
                        parser.skipChildren();
                    } else {
                        sections.addLast(name);
                    }
                }
                case END_OBJECT -> sections.pollLast();
                case START_ARRAY -> {
                    problem(nameAt, key() + " must be one value, not a list");
                    parser.skipChildren();
                }
                default -> value(parser, token);
            }
        }

        private void value(JsonParser parser, JsonToken token) {
            TokenStreamLocation at = nameAt;
            if (at == null) {
                return;
            }
            String value = token == JsonToken.VALUE_NULL ? "" : parser.getString();
            Entry before =
                    entries.putIfAbsent(key(), new Entry(value, at.getLineNr(), at.getColumnNr()));
            if (before != null) {
                problem(at, key() + " stands there twice, first in line " + before.line());
            }
        }

        private String key() {
            return sections.isEmpty() ? name : String.join(".", sections) + '.' + name;
        }

        private void problem(@Nullable TokenStreamLocation at, String text) {
            problems.add(
                    new ConfigProblem(
                            source,
                            at == null ? 0 : Math.max(0, at.getLineNr()),
                            at == null ? 0 : Math.max(0, at.getColumnNr()),
                            text));
        }

        /// What the parser says: perhaps what it was reading and where that began, then what is
        /// wrong and where.
        private ConfigProblem notYaml(String message) {
            Matcher places = PLACE.matcher(message);
            String what = "";
            int line = 0;
            int column = 0;
            while (places.find()) {
                String reading = what.isEmpty() ? "" : ", " + what + " of line " + line;
                what = places.group(1).strip() + reading;
                line = Integer.parseInt(places.group(2));
                column = Integer.parseInt(places.group(3));
            }
            String text = what.isEmpty() ? message.lines().findFirst().orElse("") : what;
            return new ConfigProblem(source, line, column, "this is not YAML: " + text);
        }
    }
}
