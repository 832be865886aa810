package plumbline.ui.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import plumbline.engine.exchange.Listing;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.text.Texts;

/// The markets of all exchanges, asked for when somebody looks for one for the first time. Those of
/// an exchange that answers can be found while others are still waited for.
///
/// Threads: FX thread.
final class MarketDirectory {
    /// More than can be looked at.
    private static final int MOST_SHOWN = 200;

    private final ExchangeServices services;
    private final FxTasks calls;
    private final Map<String, List<ListedMarket>> listed = new HashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final List<String> waiting = new ArrayList<>();
    private final ObservableList<ListedMarket> found = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper missing = new ReadOnlyIntegerWrapper();
    private String text = "";

    MarketDirectory(FxTasks tasks, ExchangeServices services) {
        this.services = services;
        this.calls = tasks.with(services.threads());
    }

    /// Where the exchanges are simulated; empty if they are not.
    String simulator() {
        return services.simulator();
    }

    /// Asks the exchanges that have not answered yet.
    void load() {
        failures.clear();
        for (String venue : services.venues()) {
            if (!listed.containsKey(venue) && !waiting.contains(venue)) {
                waiting.add(venue);
                calls.run(
                        () -> services.exchange(venue).listing(),
                        listing -> answered(venue, listing),
                        failure -> failed(venue, failure));
            }
        }
        changed();
    }

    private void answered(String venue, Listing listing) {
        waiting.remove(venue);
        listed.put(venue, listing.instruments().stream().map(ListedMarket::of).toList());
        changed();
    }

    private void failed(String venue, Throwable failure) {
        waiting.remove(venue);
        failures.put(venue, ErrorText.of(failure));
        changed();
    }

    /// The candles that its exchange has of a market.
    Set<Timeframe> timeframes(Instrument market) {
        return services.exchange(market.id().venue()).timeframes();
    }

    /// What is looked for.
    void search(String wanted) {
        text = wanted;
        changed();
    }

    /// The likeliest markets, best first.
    ObservableList<ListedMarket> found() {
        return found;
    }

    /// Who is waited for, and who could not be reached; empty if all have answered.
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// How many exchanges could not be reached.
    ReadOnlyIntegerProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    private void changed() {
        List<ListedMarket> all =
                services.venues().stream()
                        .flatMap(venue -> listed.getOrDefault(venue, List.of()).stream())
                        .toList();
        List<ListedMarket> now = ListedMarket.search(all, text).limit(MOST_SHOWN).toList();
        if (!found.equals(now)) {
            found.setAll(now);
        }
        missing.set(failures.size());
        status.set(status());
    }

    private String status() {
        List<String> parts = new ArrayList<>();
        if (!waiting.isEmpty()) {
            parts.add(Texts.of("market.add.waiting", String.join(", ", waiting)));
        }
        if (!failures.isEmpty()) {
            parts.add(Texts.of("market.add.failed", String.join(", ", failures.keySet())));
        }
        return String.join(" · ", parts);
    }

    /// Why those that could not be reached could not, a line each.
    String failures() {
        return failures.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue())
                .collect(Collectors.joining("\n"));
    }
}
