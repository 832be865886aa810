package plumbline.ui.data;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.ErrorText;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.job.JobHistory;
import plumbline.ui.job.JobLane;
import plumbline.ui.job.Jobs;

/// What is stored: the series that pass the filters, which one is chosen, its ledger, and the facts
/// of the store.
///
/// Threads: FX thread.
public final class DataViewModel {
    /// How far the page is with reading.
    enum State {
        LOADING,
        READY,
        FAILED
    }

    private final FxTasks tasks;
    private final DataServices services;
    private final CoverageReader reader;
    private final Jobs jobs;
    private final JobLane lane;
    private final ObservableList<SeriesRow> all = FXCollections.observableArrayList();
    private final ObservableList<SeriesRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable SeriesRow> selected =
            new ReadOnlyObjectWrapper<>();
    private final ObservableList<DataIssue> ledger = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper ledgerProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Upkeep> upkeep = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper upkeepProblem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<MonthScale> scale = new SimpleObjectProperty<>(MonthScale.NONE);
    private final StringProperty venue = new SimpleStringProperty("");
    private final StringProperty timeframe = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<StoreNote> note;
    private BiConsumer<SeriesKey, @Nullable TimeRange> onShow = (_, _) -> {};
    private Runnable onCandles = () -> {};
    private boolean resolvedToo;
    private volatile boolean closed;
    private int reading;

    /// With works that nobody else knows and that are not kept.
    public DataViewModel(FxTasks tasks, DataServices services) {
        this(tasks, services, new Jobs(tasks, services.clock(), JobHistory.NONE));
    }

    /// @param jobs where its long works are done
    public DataViewModel(FxTasks tasks, DataServices services, Jobs jobs) {
        this.tasks = tasks;
        this.services = services;
        this.reader = new CoverageReader(services);
        this.jobs = jobs;
        this.lane = jobs.lane("store");
        this.note = new ReadOnlyObjectWrapper<>(services.note());
        venue.subscribe(this::filter);
        timeframe.subscribe(this::filter);
        text.subscribe(this::filter);
    }

    FxTasks tasks() {
        return tasks;
    }

    DataServices services() {
        return services;
    }

    /// Where its long works are done.
    public Jobs jobs() {
        return jobs;
    }

    /// Its own works, of which one goes on at a time.
    public JobLane lane() {
        return lane;
    }

    /// The series that pass the filters.
    ObservableList<SeriesRow> rows() {
        return rows;
    }

    /// How many series there are.
    int stored() {
        return all.size();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the series could not be read.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable SeriesRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The issues of the chosen series, newest time first.
    ObservableList<DataIssue> ledger() {
        return ledger;
    }

    ReadOnlyStringProperty ledgerProblemProperty() {
        return ledgerProblem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Upkeep> upkeepProperty() {
        return upkeep.getReadOnlyProperty();
    }

    ReadOnlyStringProperty upkeepProblemProperty() {
        return upkeepProblem.getReadOnlyProperty();
    }

    /// Which months are in view.
    ObjectProperty<MonthScale> scaleProperty() {
        return scale;
    }

    /// The venue to show, empty for all.
    StringProperty venueProperty() {
        return venue;
    }

    /// The timeframe to show, empty for all.
    StringProperty timeframeProperty() {
        return timeframe;
    }

    /// What a market's name must contain.
    StringProperty textProperty() {
        return text;
    }

    /// What happened to the store at the start; nothing when it has been read.
    public ReadOnlyObjectProperty<StoreNote> noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// The user has read it.
    void noteIsRead() {
        note.set(StoreNote.NONE);
    }

    List<String> venues() {
        return distinct(row -> row.key().market().venue());
    }

    List<String> timeframes() {
        return all.stream()
                .map(r -> r.key().timeframe())
                .distinct()
                .sorted()
                .map(Object::toString)
                .toList();
    }

    private List<String> distinct(Function<SeriesRow, String> of) {
        TreeSet<String> values = new TreeSet<>();
        all.forEach(row -> values.add(of.apply(row)));
        return List.copyOf(values);
    }

    /// Who shows a series in the chart, and a time of it if one is given.
    public void onShow(BiConsumer<SeriesKey, @Nullable TimeRange> listener) {
        onShow = listener;
    }

    void show(SeriesKey key, @Nullable TimeRange range) {
        onShow.accept(key, range);
    }

    /// Reads everything again.
    public void refresh() {
        int mine = ++reading;
        if (all.isEmpty()) {
            state.set(State.LOADING);
        }
        tasks.run(
                reader::rows,
                read -> {
                    if (mine == reading) {
                        read(read);
                    }
                },
                failure -> {
                    if (mine == reading) {
                        problem.set(ErrorText.of(failure));
                        state.set(State.FAILED);
                    }
                });
        readUpkeep();
    }

    /// Reads the facts of the store again.
    public void readUpkeep() {
        tasks.run(
                () -> Upkeep.read(services),
                read -> {
                    upkeepProblem.set("");
                    upkeep.set(read);
                },
                failure -> upkeepProblem.set(ErrorText.of(failure)));
    }

    /// Who is told when candles were stored or put aside.
    public void onCandles(Runnable listener) {
        onCandles = listener;
    }

    /// Candles were stored or put aside.
    void candlesChanged() {
        onCandles.run();
        changed();
    }

    /// What is known of the series has changed, perhaps by another program.
    public void changed() {
        tasks.run(
                () -> {
                    reader.forget();
                    return true;
                },
                done -> refresh(),
                failure -> refresh());
    }

    private void read(List<SeriesRow> read) {
        all.setAll(read);
        problem.set("");
        state.set(State.READY);
        MonthScale now = scale.get();
        int first =
                read.stream()
                        .filter(r -> !r.months().isEmpty())
                        .mapToInt(r -> r.months().first())
                        .min()
                        .orElse(now.first());
        int end =
                read.stream()
                        .filter(r -> !r.months().isEmpty())
                        .mapToInt(r -> r.months().end())
                        .max()
                        .orElse(now.end());
        scale.set(now.equals(MonthScale.NONE) ? MonthScale.all(first, end) : now.over(first, end));
        filter();
        lookAtNext();
    }

    /// One series after the other, so that the page never keeps more than one thread.
    private void lookAtNext() {
        int mine = reading;
        all.stream()
                .filter(row -> !row.looked())
                .findFirst()
                .ifPresent(row ->
                        tasks.run(
                                () -> new Found(reader.look(row.key(), () -> closed)),
                                found -> {
                                    if (mine == reading) {
                                        looked(row.key(), found.row());
                                    }
                                },
                                failure -> problem.set(ErrorText.of(failure))));
    }

    private record Found(@Nullable SeriesRow row) {}

    private void looked(SeriesKey key, @Nullable SeriesRow row) {
        replace(all, key, row);
        replace(rows, key, row);
        SeriesRow chosen = selected.get();
        if (chosen != null && chosen.key().equals(key)) {
            select(row);
        }
        lookAtNext();
    }

    private static void replace(
            ObservableList<SeriesRow> list, SeriesKey key, @Nullable SeriesRow row) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).key().equals(key)) {
                if (row == null) {
                    list.remove(i);
                } else {
                    list.set(i, row);
                }
                return;
            }
        }
    }

    private void filter() {
        String wanted = text.get().strip().toUpperCase(Locale.ROOT);
        SeriesRow before = selected.get();
        rows.setAll(all.stream().filter(row -> passes(row, wanted)).toList());
        SeriesRow same =
                rows.stream()
                        .filter(r -> before != null && r.key().equals(before.key()))
                        .findFirst()
                        .orElse(rows.isEmpty() ? null : rows.getFirst());
        select(same);
    }

    private boolean passes(SeriesRow row, String wanted) {
        return (venue.get().isEmpty() || row.key().market().venue().equals(venue.get()))
                && (timeframe.get().isEmpty()
                        || row.key().timeframe().code().equals(timeframe.get()))
                && row.key().market().toString().toUpperCase(Locale.ROOT).contains(wanted);
    }

    /// Chooses a series, or none.
    void select(@Nullable SeriesRow row) {
        SeriesRow before = selected.get();
        if (row != null && row.equals(before)) {
            return;
        }
        selected.set(row);
        readLedger();
    }

    /// Whether issues that are not there any more are shown too.
    void showResolved(boolean shown) {
        resolvedToo = shown;
        readLedger();
    }

    private void readLedger() {
        SeriesRow row = selected.get();
        if (row == null) {
            ledger.clear();
            return;
        }
        boolean withResolved = resolvedToo;
        tasks.run(
                () -> reader.ledger(row.key(), withResolved),
                issues -> {
                    if (row.equals(selected.get())) {
                        ledgerProblem.set("");
                        ledger.setAll(issues);
                    }
                },
                failure -> {
                    ledger.clear();
                    ledgerProblem.set(ErrorText.of(failure));
                });
    }

    /// Lets the present work go: the window is closing.
    public void close() {
        closed = true;
        lane.cancel();
    }
}
