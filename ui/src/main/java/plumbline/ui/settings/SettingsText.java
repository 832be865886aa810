package plumbline.ui.settings;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.ui.action.Chord;
import plumbline.ui.action.KeyFile;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.LayoutText;
import plumbline.ui.workspace.LayoutText.LayoutException;
import plumbline.ui.workspace.Layouts;
import plumbline.ui.workspace.WindowLayout;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Settings, keys and layouts as one JSON text, with a version, so that they can be carried to
/// another home.
///
/// ```
/// {"format": "plumbline-settings", "version": 1,
///  "settings": {"theme": "light"}, "keys": "plumbline keys 1 ...", "layouts": {"Usual": {...}}}
/// ```
///
/// Threads: any.
public final class SettingsText {
    /// A longer text is none.
    public static final int MOST_BYTES = 4 << 20;

    private static final String FORMAT = "plumbline-settings";
    private static final int VERSION = 1;
    private static final int DEEPEST = 64; // a layout may be 60 deep, and lies in two objects
    private static final int MOST_LAYOUTS = 500;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private SettingsText() {}

    /// What a text holds.
    ///
    /// @param settings what is chosen, by the id of the setting; whether there is such a setting is
    ///   not known here
    /// @param keys that were changed, by the id of the action
    /// @param layouts by name
    public record Content(
            Map<String, String> settings,
            Map<String, List<Chord>> keys,
            Map<String, WindowLayout> layouts) {
        public Content {
            settings = inOrder(settings);
            keys = inOrder(keys);
            layouts = inOrder(layouts);
        }

        private static <T> Map<String, T> inOrder(Map<String, T> map) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }
    }

    /// A text that is no such file; the message says why, for people.
    public static final class SettingsException extends Exception {
        private static final long serialVersionUID = 1;

        SettingsException(String message) {
            super(message);
        }
    }

    public static byte[] write(Content content) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        ObjectNode settings = root.putObject("settings");
        content.settings().forEach(settings::put);
        root.put("keys", KeyFile.write(content.keys()));
        ObjectNode layouts = root.putObject("layouts");
        content.layouts()
                .forEach((name, layout) ->
                        layouts.set(name, JSON.readTree(LayoutText.write(layout))));
        return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// @throws SettingsException if it is cut off, too long, of a newer version, or of another
    ///   kind, or if a key or layout in it cannot be used
    public static Content read(byte[] text) throws SettingsException {
        if (text.length > MOST_BYTES) {
            throw wrong("settings.file.large", MOST_BYTES >> 20);
        }
        JsonNode root = tree(text);
        if (!root.path("format").asString("").equals(FORMAT)) {
            throw wrong("settings.file.other");
        }
        JsonNode version = root.path("version");
        if (!version.isIntegralNumber() || version.asLong(0) < 1) {
            throw wrong("settings.file.part", "version");
        }
        if (version.asLong(0) > VERSION) {
            throw wrong("settings.file.newer", version.asLong(0));
        }
        return new Content(settings(root), keys(root.path("keys")), layouts(root));
    }

    private static JsonNode tree(byte[] text) throws SettingsException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw wrong("settings.file.broken", line);
        }
    }

    private static JsonNode object(JsonNode root, String name) throws SettingsException {
        JsonNode part = root.path(name);
        if (!part.isObject() && !part.isMissingNode()) {
            throw wrong("settings.file.part", name);
        }
        return part;
    }

    private static Map<String, String> settings(JsonNode root) throws SettingsException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : object(root, "settings").properties()) {
            settings.put(one.getKey(), one.getValue().asString(""));
        }
        return settings;
    }

    private static Map<String, List<Chord>> keys(JsonNode part) throws SettingsException {
        if (!part.isString() && !part.isMissingNode()) {
            throw wrong("settings.file.part", "keys");
        }
        return switch (KeyFile.read(part.asString(""))) {
            case KeyFile.Content.Keys(var byAction, var problem) -> {
                if (!problem.isEmpty()) {
                    throw wrong("settings.file.keys", problem);
                }
                yield byAction;
            }
            case KeyFile.Content.Bad(String problem) -> throw wrong("settings.file.keys", problem);
        };
    }

    private static Map<String, WindowLayout> layouts(JsonNode root) throws SettingsException {
        JsonNode part = object(root, "layouts");
        if (part.size() > MOST_LAYOUTS) {
            throw wrong("settings.file.many", MOST_LAYOUTS);
        }
        Map<String, WindowLayout> layouts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : part.properties()) {
            layouts.put(one.getKey(), layout(one.getKey(), one.getValue()));
        }
        return layouts;
    }

    private static WindowLayout layout(String name, JsonNode node) throws SettingsException {
        if (!Layouts.isName(name)) {
            throw wrong("settings.file.name", name);
        }
        try {
            WindowLayout layout = LayoutText.read(JSON.writeValueAsString(node));
            String kept = LayoutText.write(layout);
            if (kept.getBytes(StandardCharsets.UTF_8).length > LayoutText.MOST_BYTES) {
                throw wrong("settings.file.largeLayout", name, LayoutText.MOST_BYTES >> 20);
            }
            return layout;
        } catch (LayoutException e) {
            throw wrong("settings.file.layout", name, String.valueOf(e.getMessage()));
        }
    }

    private static SettingsException wrong(String key, Object... arguments) {
        return new SettingsException(Texts.of(key, arguments));
    }
}
