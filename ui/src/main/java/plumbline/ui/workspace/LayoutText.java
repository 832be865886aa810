package plumbline.ui.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import plumbline.ui.workspace.LayoutNode.Part;
import plumbline.ui.workspace.LayoutNode.Split;
import plumbline.ui.workspace.LayoutNode.Tabs;
import plumbline.ui.workspace.PageLayout.Floating;
import plumbline.ui.workspace.PageLayout.Spot;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Layouts as JSON, with a version, so that a newer one is told from a broken one.
///
/// Threads: any.
public final class LayoutText {
    /// No text of a layout is longer.
    public static final int MOST_BYTES = 1 << 20;

    private static final int VERSION = 1;
    private static final int DEEPEST = 60;
    private static final double LARGEST = 100_000;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private LayoutText() {}

    /// A text that is no layout.
    public static final class LayoutException extends Exception {
        private static final long serialVersionUID = 1;

        LayoutException(String message) {
            super(message);
        }
    }

    public static String write(WindowLayout layout) {
        ObjectNode root = JSON.createObjectNode();
        root.put("plumbline", "layout").put("version", VERSION);
        ObjectNode pages = root.putObject("pages");
        layout.pages().forEach((id, page) -> pages.set(id, page(page)));
        ObjectNode panels = root.putObject("panels");
        layout.panels()
                .forEach((id, saved) -> saved.forEach(panels.withObject("/" + escaped(id))::put));
        return JSON.writeValueAsString(root) + "\n";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static ObjectNode page(PageLayout page) {
        ObjectNode node = JSON.createObjectNode();
        node.set("docked", node(page.docked()));
        ArrayNode floating = node.putArray("floating");
        for (Floating window : page.floating()) {
            floating.addObject()
                    .put("x", Math.rint(window.x()))
                    .put("y", Math.rint(window.y()))
                    .put("width", Math.rint(window.width()))
                    .put("height", Math.rint(window.height()))
                    .set("docked", node(window.node()));
        }
        ObjectNode closed = node.putObject("closed");
        page.closed()
                .forEach((panel, spot) -> {
                    ObjectNode one =
                            closed.putObject(panel)
                                    .put("side", code(spot.side()))
                                    .put("size", Math.rint(spot.size()));
                    spot.beside().forEach(one.putArray("beside")::add);
                });
        return node;
    }

    private static ObjectNode node(LayoutNode layout) {
        ObjectNode node = JSON.createObjectNode();
        switch (layout) {
            case Tabs tabs -> {
                tabs.panels().forEach(node.putArray("tabs")::add);
                node.put("selected", tabs.selected());
                if (tabs.folded()) {
                    node.put("folded", true);
                }
            }
            case Split split -> {
                node.put("split", split.vertical() ? "vertical" : "horizontal");
                ArrayNode parts = node.putArray("parts");
                for (Part part : split.parts()) {
                    parts.addObject()
                            .put("size", Math.rint(part.size()))
                            .set("part", node(part.node()));
                }
            }
        }
        return node;
    }

    /// @throws LayoutException if it is cut off, of a newer version, or no layout; the message says
    ///   which and where
    public static WindowLayout read(String text) throws LayoutException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new LayoutException("it is cut off or was changed by hand, at line " + line);
        }
        if (!root.isObject() || !root.path("plumbline").asString("").equals("layout")) {
            throw new LayoutException("it is no layout of Plumbline");
        }
        int version = root.path("version").asInt(0);
        if (version > VERSION) {
            throw new LayoutException("a newer Plumbline wrote it (version " + version + ")");
        }
        Map<String, PageLayout> pages = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> page : root.path("pages").properties()) {
            pages.put(page.getKey(), readPage(page.getValue(), page.getKey()));
        }
        Map<String, Map<String, String>> panels = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> panel : root.path("panels").properties()) {
            Map<String, String> saved = new LinkedHashMap<>();
            panel.getValue()
                    .properties()
                    .forEach(e -> saved.put(e.getKey(), e.getValue().asString("")));
            panels.put(panel.getKey(), Map.copyOf(saved));
        }
        return new WindowLayout(pages, panels);
    }

    private static PageLayout readPage(JsonNode page, String id) throws LayoutException {
        Set<String> seen = new LinkedHashSet<>();
        LayoutNode docked = readNode(page.path("docked"), id, seen);
        List<Floating> floating = new ArrayList<>();
        for (JsonNode window : page.path("floating")) {
            floating.add(
                    new Floating(
                            number(window, "x", id),
                            number(window, "y", id),
                            number(window, "width", id),
                            number(window, "height", id),
                            readNode(window.path("docked"), id, seen)));
        }
        Map<String, Spot> closed = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : page.path("closed").properties()) {
            List<String> beside = new ArrayList<>();
            one.getValue().path("beside").forEach(panel -> beside.add(panel.asString("")));
            closed.put(
                    one.getKey(),
                    new Spot(
                            beside, place(one.getValue(), id), number(one.getValue(), "size", id)));
        }
        return new PageLayout(docked, floating, closed);
    }

    private static LayoutNode readNode(JsonNode node, String page, Set<String> seen)
            throws LayoutException {
        if (node.has("tabs")) {
            List<String> panels = new ArrayList<>();
            for (JsonNode panel : node.path("tabs")) {
                String id = panel.asString("");
                if (id.isEmpty() || !seen.add(id)) {
                    throw wrong(page, "has a panel twice or without a name");
                }
                panels.add(id);
            }
            String selected = node.path("selected").asString("");
            if (!panels.contains(selected)) {
                throw wrong(page, "selects a panel that is not there");
            }
            return new Tabs(panels, selected, node.path("folded").asBoolean(false));
        }
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : node.path("parts")) {
            parts.add(
                    new Part(number(part, "size", page), readNode(part.path("part"), page, seen)));
        }
        if (parts.size() < 2) {
            throw wrong(page, "has a split with less than two parts");
        }
        return new Split(node.path("split").asString("").equals("vertical"), parts);
    }

    private static Place place(JsonNode node, String page) throws LayoutException {
        String side = node.path("side").asString("").toUpperCase(Locale.ROOT);
        for (Place place : Place.values()) {
            if (place.name().equals(side)) {
                return place;
            }
        }
        throw wrong(page, "names a side that there is not");
    }

    private static double number(JsonNode node, String field, String page) throws LayoutException {
        double value = node.path(field).asDouble(Double.NaN);
        if (!(Math.abs(value) <= LARGEST)) {
            throw wrong(page, "has no usable number for " + field);
        }
        return value;
    }

    private static LayoutException wrong(String page, String what) {
        return new LayoutException("its page '" + page + "' " + what);
    }

    private static String code(Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }
}
