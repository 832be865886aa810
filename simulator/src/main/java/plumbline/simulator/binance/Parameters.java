package plumbline.simulator.binance;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.simulator.http.HttpRequest;

/// The parameters of a request, read as the venue reads them.
final class Parameters {
    private static final String DIGITS = "^[0-9]{1,20}$";
    private static final String SYMBOL = "^[\\w\\-._&&[^a-z]]{1,50}$";

    /// Letters of all languages, but none in lower case of English.
    private static final Pattern SYMBOL_PATTERN =
            Pattern.compile(SYMBOL, Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ZONE = Pattern.compile("([+-]?)(\\d{1,2})(?::(\\d{2}))?");
    private static final int EARLIEST_ZONE = -12 * 60;
    private static final int LATEST_ZONE = 14 * 60;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /// @throws Refusal if the query cannot be decoded
    static Parameters of(HttpRequest request) {
        if (request.hasFaultyParameter()) {
            throw Refusal.undecodable();
        }
        return new Parameters(request.parameters());
    }

    /// What of the query can be decoded: what a request costs does not depend on its being right.
    static Parameters lenient(HttpRequest request) {
        return new Parameters(request.parameters());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// The parameter `limit` if it is a number, else what is usual: for the cost of a request.
    long limitOr(int usual) {
        String limit = values.getOrDefault("limit", "");
        return limit.matches("[0-9]{1,9}") ? Long.parseLong(limit) : usual;
    }

    /// A `limit` that must be one of some.
    int limitOf(Set<Long> some, int usual) {
        long limit = number("limit").orElse(usual);
        if (!some.contains(limit)) {
            throw Refusal.depthLimit(limit);
        }
        return (int) limit;
    }

    /// A `limit` that must not be more than `most`.
    int strictLimit(int usual, int most) {
        if (number("limit").orElse(usual) > most) {
            throw Refusal.invalid("limit");
        }
        return limit(usual, most);
    }

    /// A parameter that must be there.
    String mandatory(String name) {
        String value = values.get(name);
        if (value == null) {
            throw Refusal.mandatory(name);
        }
        if (value.isEmpty()) {
            throw Refusal.empty(name);
        }
        return value;
    }

    /// The symbol, spelt as symbols are.
    String symbol() {
        String symbol = mandatory("symbol");
        if (!SYMBOL_PATTERN.matcher(symbol).matches()) {
            throw Refusal.illegal("symbol", SYMBOL);
        }
        return symbol;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    OptionalLong number(String name) {
        String value = values.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.isEmpty()) {
            throw Refusal.empty(name);
        }
        if (!value.matches(DIGITS)) {
            throw Refusal.illegal(name, DIGITS);
        }
        // what has twenty digits is later than all times and more than all limits
        return OptionalLong.of(value.length() > 18 ? Long.MAX_VALUE : Long.parseLong(value));
    }

    /// How many rows are wanted: what is more than `most` is `most`.
    int limit(int usual, int most) {
        long limit = number("limit").orElse(usual);
        if (limit == 0) {
            throw Refusal.invalid("limit");
        }
        return (int) Math.min(limit, most);
    }

    /// How far the days of `timeZone` are ahead of UTC, in milliseconds.
    long zoneOffsetMs() {
        String zone = values.get("timeZone");
        return zone == null ? 0 : zoneMinutes(zone) * 60_000L;
    }

    private static int zoneMinutes(@Nullable String zone) {
        var matcher = ZONE.matcher(String.valueOf(zone));
        if (!matcher.matches()) {
            throw Refusal.invalid("timeZone");
        }
        String part = matcher.group(3);
        int minutes =
                Integer.parseInt(matcher.group(2)) * 60
                        + (part == null ? 0 : Integer.parseInt(part));
        int signed = "-".equals(matcher.group(1)) ? -minutes : minutes;
        if (signed < EARLIEST_ZONE || signed > LATEST_ZONE) {
            throw Refusal.invalid("timeZone");
        }
        return signed;
    }
}
