package plumbline.engine.report;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.Assumptions.Fill;
import plumbline.engine.backtest.Assumptions.Units;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Fractions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/// What a result document says about how its run was made: all it takes to make the run again.
///
/// @param runHash hash of the run; a run that is made again must have the same
/// @param dataHash fingerprint of its candles
/// @param engineVersion version it was made with
/// @param strategy name in the library
/// @param parameters texts by name, as the strategy reads them
/// @param range from the first candle to after the last
/// @param warmup how many candles before it fed the indicators
public record ResultReader(
        String runHash,
        String dataHash,
        String engineVersion,
        String strategy,
        Map<String, String> parameters,
        SeriesKey series,
        TimeRange range,
        int warmup,
        Assumptions assumptions) {

    /// Reads a document that [ResultWriter] wrote.
    ///
    /// @throws IllegalArgumentException if it is no such document; the message says what is missing
    ///   or wrong
    public static ResultReader parse(String text) {
        JsonNode root = Json.read(text);
        JsonNode data = at(at(root, "data"), "0");
        Timeframe timeframe =
                Timeframe.of(string(data, "timeframe"))
                        .orElseThrow(() -> wrong("data/0/timeframe", string(data, "timeframe")));
        return new ResultReader(
                string(at(root, "run"), "hash"),
                string(data, "hash"),
                string(at(root, "run"), "engine"),
                string(at(root, "strategy"), "name"),
                parameters(at(at(root, "strategy"), "parameters")),
                new SeriesKey(MarketId.parse(string(data, "market")), timeframe),
                new TimeRange(time(data, "from"), timeframe.next(time(data, "to"))),
                data.has("warmupCandles") ? whole(data, "warmupCandles") : 0,
                assumptions(at(root, "assumptions")));
    }

    /// The total return that a document states, `NaN` if it states none.
    ///
    /// @throws IllegalArgumentException if it is no such document
    public static double totalReturn(String text) {
        JsonNode value = Json.read(text).path("metrics").path("totalReturn");
        return value.isNumber() ? toDouble(value) : Double.NaN;
    }

    private static Map<String, String> parameters(JsonNode node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            if (value.isContainer() || value.isNumber() && !Double.isFinite(toDouble(value))) {
                throw wrong("parameters/" + entry.getKey(), value.toString());
            }
            parameters.put(
                    entry.getKey(),
                    value.isNumber() ? Fractions.plain(toDouble(value)) : value.asString());
        }
        return parameters;
    }

    private static Assumptions assumptions(JsonNode node) {
        String fill = string(node, "fill");
        String units = string(node, "units");
        return new Assumptions(
                number(node, "cash"),
                number(node, "fee"),
                number(node, "slippage"),
                Arrays.stream(Fill.values())
                        .filter(f -> f.code().equals(fill))
                        .findFirst()
                        .orElseThrow(() -> wrong("assumptions/fill", fill)),
                Arrays.stream(Units.values())
                        .filter(u -> u.code().equals(units))
                        .findFirst()
                        .orElseThrow(() -> wrong("assumptions/units", units)),
                node.has("lot") ? number(node, "lot") : Assumptions.DEFAULT.lot(),
                number(node, "leverage"),
                days(node));
    }

    /// A run has made up its mind about it.
    private static int days(JsonNode node) {
        int days = whole(node, "periodsPerYear");
        if (days == Assumptions.BY_MARKET) {
            throw wrong("periodsPerYear", "0");
        }
        return days;
    }

    private static JsonNode at(JsonNode node, String name) {
        JsonNode child = name.equals("0") ? node.path(0) : node.path(name);
        if (child.isMissingNode() || child.isNull()) {
            throw new IllegalArgumentException(
                    "this is not a result of Plumbline: it has no '" + name + "'");
        }
        return child;
    }

    private static String string(JsonNode node, String name) {
        JsonNode value = at(node, name);
        if (!value.isString()) {
            throw wrong(name, value.toString());
        }
        return value.asString();
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = at(node, name);
        if (!value.isNumber() || !Double.isFinite(toDouble(value))) {
            throw wrong(name, value.toString());
        }
        return toDouble(value);
    }

    private static int whole(JsonNode node, String name) {
        double value = number(node, name);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw wrong(name, at(node, name).toString());
        }
        return (int) value;
    }

    private static long time(JsonNode node, String name) {
        try {
            return Instant.parse(string(node, name)).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw wrong(name, string(node, name));
        }
    }

    private static IllegalArgumentException wrong(String name, String value) {
        return new IllegalArgumentException(
                "this is not a result of Plumbline: '" + name + "' is " + value);
    }

    /// Infinite if it is larger than any double.
    private static double toDouble(JsonNode number) {
        try {
            return number.doubleValue();
        } catch (JsonNodeException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
