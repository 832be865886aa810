package plumbline.app.cli;

import java.util.Arrays;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Messages;
import plumbline.engine.text.Nearest;

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
            throw CommandFailure.usage("--market: " + Messages.of(e));
        }
    }

    static Timeframe timeframe(String text) {
        return Timeframe.of(text)
                .orElseThrow(() ->
                        CommandFailure.usage(
                                "--timeframe: "
                                        + Nearest.unknown(
                                                "timeframe",
                                                text,
                                                Arrays.stream(Timeframe.values())
                                                        .map(Timeframe::code)
                                                        .toList())));
    }
}
