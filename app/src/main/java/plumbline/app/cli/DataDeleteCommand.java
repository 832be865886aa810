package plumbline.app.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.OpenHome;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.text.Suggestions;

/// `data delete`: removes a series.
@Command(
        name = "delete",
        description = "Remove the stored candles of a market at one timeframe.",
        footer = {
            "",
            "Example:",
            "  plumbline data delete --market binance:BTC/USDT --timeframe 1h --yes"
        })
final class DataDeleteCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--market",
            required = true,
            paramLabel = "M",
            description = "venue:BASE/QUOTE, as 'plumbline data list' shows it.")
    String market = "";

    @Option(
            names = "--timeframe",
            required = true,
            paramLabel = "TF",
            description = "One that is stored.")
    String timeframe = "";

    @Option(names = "--yes", description = "Do it without being asked.")
    boolean yes;

    DataDeleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SeriesKey key = SeriesOptions.key(market, timeframe);
        try (OpenHome home = context.open()) {
            SeriesInfo info = stored(home, key);
            String candles =
                    Counts.of(info.candles(), "candle")
                            + " from "
                            + Moments.text(info.firstOpenMs())
                            + " to "
                            + Moments.text(info.lastOpenMs());
            context.terminal().confirm(candles + " of " + key + " will be deleted.", yes);
            home.candles().delete(key);
            home.note("delete", key.toString(), candles + " (" + info.source() + ")");
            context.terminal()
                    .result(() -> document(info), () -> candles + " of " + key + " are deleted.");
        }
        return ExitStatus.DONE;
    }

    private static SeriesInfo stored(OpenHome home, SeriesKey key) {
        return home.candles()
                .info(key)
                .orElseThrow(() -> {
                    List<String> known =
                            home.candles().list().stream().map(s -> s.key().toString()).toList();
                    return CommandFailure.usage(
                            Suggestions.unknown("stored series", key.toString(), known)
                                    + "; nothing was deleted");
                });
    }

    private static Map<String, Object> document(SeriesInfo info) {
        Map<String, Object> document = Counts.document(info.key());
        document.put("deleted", info.candles());
        return document;
    }
}
