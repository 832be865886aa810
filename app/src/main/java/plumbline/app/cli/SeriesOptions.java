package plumbline.app.cli;

import java.util.Arrays;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Suggestions;

/// Reads `--market` and `--timeframe`.
final class SeriesOptions {
    private SeriesOptions() {}

    static SeriesKey key(String market, String timeframe) {
        return new SeriesKey(market(market), timeframe(timeframe));
    }

    static MarketId market(String text) {
        try {
            return MarketId.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--market: " + ErrorText.of(e));
        }
    }

    static Timeframe timeframe(String text) {
        return Timeframe.of(text)
                .orElseThrow(() ->
                        CommandFailure.usage(
                                "--timeframe: "
                                        + Suggestions.unknown(
                                                "timeframe",
                                                text,
                                                Arrays.stream(Timeframe.values())
                                                        .map(Timeframe::code)
                                                        .toList())));
    }
}
