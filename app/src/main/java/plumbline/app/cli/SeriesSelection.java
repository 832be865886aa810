package plumbline.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Suggestions;

/// The options that choose among the stored series; without them, all of them.
final class SeriesSelection {
    @Option(names = "--market", paramLabel = "M", description = "Only this market.")
    @Nullable String market;

    @Option(names = "--timeframe", paramLabel = "TF", description = "Only this timeframe.")
    @Nullable String timeframe;

    /// Whether nothing was left out.
    boolean isAll() {
        return market == null && timeframe == null;
    }

    /// @throws CommandFailure if a market or timeframe was named of which nothing is stored
    List<SeriesInfo> of(List<SeriesInfo> all) {
        return ofTimeframe(ofMarket(all));
    }

    private List<SeriesInfo> ofMarket(List<SeriesInfo> all) {
        if (market == null) {
            return all;
        }
        MarketId id = SeriesOptions.market(market);
        List<SeriesInfo> wanted = all.stream().filter(s -> s.key().market().equals(id)).toList();
        if (wanted.isEmpty()) {
            List<String> known =
                    all.stream().map(s -> s.key().market().toString()).distinct().toList();
            throw CommandFailure.usage(Suggestions.unknown("market", market, known));
        }
        return wanted;
    }

    private List<SeriesInfo> ofTimeframe(List<SeriesInfo> ofMarket) {
        if (timeframe == null) {
            return ofMarket;
        }
        Timeframe wanted = SeriesOptions.timeframe(timeframe);
        List<SeriesInfo> found =
                ofMarket.stream().filter(s -> s.key().timeframe() == wanted).toList();
        if (found.isEmpty()) {
            List<String> known =
                    ofMarket.stream().map(s -> s.key().timeframe().code()).distinct().toList();
            throw CommandFailure.usage(
                    "nothing is stored "
                            + (market == null ? "" : "of " + market + " ")
                            + "at "
                            + timeframe
                            + (known.isEmpty() ? "" : "; stored are " + String.join(", ", known)));
        }
        return found;
    }
}
