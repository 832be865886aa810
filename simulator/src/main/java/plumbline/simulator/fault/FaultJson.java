package plumbline.simulator.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import plumbline.engine.text.Suggestions;
import tools.jackson.databind.JsonNode;

/// Rules as they are written: a JSON array of `{"id", "match": {"method", "path", "symbol"},
/// "when": {"nth", "every", "probability", "from", "until", "max"}, "action": {"type", …}}`.
/// `match` and `when` may be left out.
public final class FaultJson {
    private static final int LONGEST_MS = 600_000;
    private static final int MOST_BYTES = 1 << 20;

    private static final TreeMap<String, Function<JsonFields, FaultAction>> ACTIONS = actions();

    private FaultJson() {}

    /// Reads rules.
    ///
    /// @throws IllegalArgumentException if the text is not an array of rules; the message names the
    ///   rule and the field
    public static List<FaultRule> read(String text) {
        JsonNode root = JsonFields.read(text);
        if (!root.isArray()) {
            throw new IllegalArgumentException("rules must be an array");
        }
        List<FaultRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : root) {
            FaultRule rule = rule(JsonFields.of("rule " + (rules.size() + 1), node));
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("there are two rules '" + rule.id() + "'");
            }
            rules.add(rule);
        }
        return List.copyOf(rules);
    }

    private static FaultRule rule(JsonFields fields) {
        String id = fields.text("id").orElseThrow(() -> fields.wrong("id", "a text"));
        FaultRule.Match match =
                fields.field("match")
                        .map(node -> match(JsonFields.of("match of '" + id + "'", node)))
                        .orElse(match(JsonFields.of("{}")));
        FaultRule.When when =
                fields.field("when")
                        .map(node -> when(JsonFields.of("when of '" + id + "'", node)))
                        .orElse(FaultRule.When.ALWAYS);
        JsonNode action =
                fields.field("action").orElseThrow(() -> fields.wrong("action", "an object"));
        fields.requireNoOther();
        return new FaultRule(
                id, match, when, action(JsonFields.of("action of '" + id + "'", action)));
    }

    private static FaultRule.Match match(JsonFields fields) {
        FaultRule.Match match =
                new FaultRule.Match(
                        fields.text("method"),
                        fields.text("path").map(path -> pattern(fields, path)),
                        fields.text("symbol"));
        fields.requireNoOther();
        return match;
    }

    private static Pattern pattern(JsonFields fields, String path) {
        try {
            return Pattern.compile(path);
        } catch (PatternSyntaxException e) {
            IllegalArgumentException wrong = fields.wrong("path", "a regular expression");
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static FaultRule.When when(JsonFields fields) {
        FaultRule.When when =
                new FaultRule.When(
                        fields.whole("nth", 1, Long.MAX_VALUE).orElse(0),
                        fields.whole("every", 1, Long.MAX_VALUE).orElse(0),
                        fields.number("probability", 0, 1).orElse(1.0),
                        fields.time("from").orElse(Long.MIN_VALUE),
                        fields.time("until").orElse(Long.MAX_VALUE),
                        fields.whole("max", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE));
        fields.requireNoOther();
        return when;
    }

    private static FaultAction action(JsonFields fields) {
        String type = fields.text("type").orElseThrow(() -> fields.wrong("type", "a text"));
        Function<JsonFields, FaultAction> reader = ACTIONS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException(
                    Suggestions.unknown("action", type, ACTIONS.keySet()));
        }
        FaultAction action = reader.apply(fields);
        fields.requireNoOther();
        return action;
    }

    private static TreeMap<String, Function<JsonFields, FaultAction>> actions() {
        TreeMap<String, Function<JsonFields, FaultAction>> actions = new TreeMap<>();
        actions.put(
                "status",
                f ->
                        new FaultAction.Status(
                                needed(f, "status", 400, 599), whole(f, "retryAfter", 0, -1)));
        actions.put("latency", f -> new FaultAction.Latency(needed(f, "ms", 0, LONGEST_MS)));
        actions.put("never-answer", _ -> new FaultAction.NeverAnswer());
        actions.put(
                "slow-body",
                f -> new FaultAction.SlowBody(needed(f, "bytesPerSecond", 1, MOST_BYTES)));
        actions.put(
                "truncated-body",
                f -> new FaultAction.TruncatedBody(f.number("part", 0, 1).orElse(0.5)));
        actions.put(
                "wrong-length",
                f -> new FaultAction.WrongLength(whole(f, "bytes", -MOST_BYTES, 100)));
        actions.put("gzip-garbage", _ -> new FaultAction.GzipGarbage());
        actions.put("reset", f -> new FaultAction.Reset(stage(f)));
        for (FaultAction.Kind kind : FaultAction.Kind.values()) {
            actions.put(name(kind), _ -> new FaultAction.Damage(kind));
        }
        return actions;
    }

    private static int whole(JsonFields fields, String name, int least, int otherwise) {
        return (int) fields.whole(name, least, Integer.MAX_VALUE).orElse(otherwise);
    }

    private static int needed(JsonFields fields, String name, int least, int most) {
        return (int)
                fields.whole(name, least, most)
                        .orElseThrow(() -> fields.wrong(name, least + " to " + most));
    }

    private static FaultAction.Stage stage(JsonFields fields) {
        String stage = fields.text("stage").orElse(name(FaultAction.Stage.REPLY));
        return Arrays.stream(FaultAction.Stage.values())
                .filter(s -> name(s).equals(stage))
                .findFirst()
                .orElseThrow(() -> fields.wrong("stage", "connect, request or reply"));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
