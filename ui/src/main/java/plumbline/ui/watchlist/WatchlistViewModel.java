package plumbline.ui.watchlist;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.CandleQuery;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.MarketId;
import plumbline.engine.text.ErrorText;
import plumbline.ui.fx.FxTasks;

/// The stored markets and which of them is chosen.
///
/// Threads: FX thread.
public final class WatchlistViewModel {
    private final FxTasks tasks;
    private final MarketRows reader;
    private final ObservableList<MarketRow> rows = FXCollections.observableArrayList();
    private final ObservableList<MarketRow> shownRows =
            FXCollections.unmodifiableObservableList(rows);
    private final FilteredList<MarketRow> filtered = new FilteredList<>(rows);
    private final SortedList<MarketRow> sorted =
            new SortedList<>(filtered, MarketOrder.USUAL.comparator());
    private final ReadOnlyStringWrapper filter = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<MarketOrder> order =
            new ReadOnlyObjectWrapper<>(MarketOrder.USUAL);
    private final ReadOnlyObjectWrapper<@Nullable MarketId> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();

    public WatchlistViewModel(FxTasks tasks, CandleRepository repository, CandleQuery data) {
        this.tasks = tasks;
        this.reader = new MarketRows(repository, data);
    }

    ObservableList<MarketRow> rows() {
        return shownRows;
    }

    public ReadOnlyObjectProperty<@Nullable MarketId> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Why the list could not be read, empty if it could.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether it is known that nothing is stored: not while it is read, nor when that failed.
    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// The rows that the filter lets through, in the order that is chosen.
    ObservableList<MarketRow> shownRows() {
        return sorted;
    }

    ReadOnlyObjectProperty<MarketOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    void order(MarketOrder chosenOrder) {
        order.set(chosenOrder);
        sorted.setComparator(chosenOrder.comparator());
    }

    ReadOnlyStringProperty filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// Shows only markets whose name has all words of a text in it.
    void filter(String text) {
        filter.set(text);
        String[] words = text.strip().toUpperCase(Locale.ROOT).split("\\s+");
        filtered.setPredicate(row -> {
            String name = row.market().toString().toUpperCase(Locale.ROOT);
            return Stream.of(words).allMatch(name::contains);
        });
    }

    /// All markets by venue and name, whatever is shown.
    public List<MarketId> markets() {
        return rows.stream().map(MarketRow::market).toList();
    }

    public void choose(@Nullable MarketId market) {
        chosen.set(market);
    }

    /// Chooses the market `steps` further down in what is shown, from the last on to the first.
    public void walk(int steps) {
        List<MarketId> markets = sorted.stream().map(MarketRow::market).toList();
        if (!markets.isEmpty()) {
            int at = markets.indexOf(chosen.get());
            chosen.set(markets.get(Math.floorMod(at + steps, markets.size())));
        }
    }

    private boolean sameAs(List<MarketRow> read) {
        return shown(rows).equals(shown(read));
    }

    private static List<List<Object>> shown(List<MarketRow> list) {
        return list.stream()
                .map(row ->
                        List.<Object>of(
                                row.market(),
                                row.newestMs(),
                                row.last(),
                                row.source(),
                                row.problem()))
                .toList();
    }

    /// Reads the list again; the command line may have stored something.
    public void refresh() {
        tasks.run(
                reader::read,
                read -> {
                    problem.set("");
                    empty.set(read.isEmpty());
                    if (!sameAs(read)) {
                        rows.setAll(read);
                    }
                },
                failure -> {
                    empty.set(false);
                    problem.set(ErrorText.of(failure));
                });
    }
}
