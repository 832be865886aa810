package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import plumbline.app.OpenHome;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.text.Numbers;

/// `data list`: what is stored.
@Command(
        name = "list",
        description = "List the stored series.",
        footer = {"", "Example:", "  plumbline data list --json"})
final class DataListCommand implements Callable<Integer> {
    private final CommandContext context;

    DataListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (OpenHome home = context.look()) {
            List<SeriesInfo> series = home.candles().list();
            context.terminal().result(() -> document(series), () -> table(series));
        }
        return ExitStatus.DONE;
    }

    private static Object document(List<SeriesInfo> series) {
        return Map.of("series", series.stream().map(DataListCommand::document).toList());
    }

    private static Map<String, Object> document(SeriesInfo info) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", info.key().market().toString());
        document.put("timeframe", info.key().timeframe().code());
        document.put("candles", info.candles());
        document.put("from", Moments.iso(info.firstOpenMs()));
        document.put("to", Moments.iso(info.lastOpenMs()));
        document.put("source", info.source());
        return document;
    }

    private static String table(List<SeriesInfo> series) {
        if (series.isEmpty()) {
            return "Nothing is stored yet. Import candles with: plumbline data import FILE --market"
                    + " binance:BTC/USDT --timeframe 1h";
        }
        Table table = new Table("Market", "Timeframe", ">Candles", "First", "Last", "Source");
        for (SeriesInfo info : series) {
            table.row(
                    info.key().market().toString(),
                    info.key().timeframe().code(),
                    Numbers.fixed(info.candles(), 0),
                    Moments.text(info.firstOpenMs()),
                    Moments.text(info.lastOpenMs()),
                    info.source());
        }
        return table.toString();
    }
}
