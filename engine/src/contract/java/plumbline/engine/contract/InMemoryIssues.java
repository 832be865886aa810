package plumbline.engine.contract;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

/// A ledger that is gone when the test ends.
public final class InMemoryIssues implements IssueRepository {
    private final List<DataIssue> all = new ArrayList<>();
    private final Runnable gate;
    private final InstantSource clock;

    public InMemoryIssues(InstantSource clock) {
        this(() -> {}, clock);
    }

    /// @param gate passed by every call; may throw
    InMemoryIssues(Runnable gate, InstantSource clock) {
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public List<DataIssue> list(SeriesKey key, Set<State> states) {
        gate.run();
        return all.stream()
                .filter(i -> i.key().equals(key) && states.contains(i.state()))
                .sorted(Comparator.comparingLong(i -> i.fault().fromMs()))
                .toList();
    }

    @Override
    public List<SeriesKey> series(Set<State> states) {
        gate.run();
        return all.stream()
                .filter(i -> states.contains(i.state()))
                .map(DataIssue::key)
                .distinct()
                .sorted(
                        Comparator.comparing((SeriesKey key) -> key.market().toString())
                                .thenComparing(SeriesKey::timeframe))
                .toList();
    }

    @Override
    public Settled settle(SeriesKey key, Set<Kind> looked, List<Fault> found) {
        List<DataIssue> standing =
                new ArrayList<>(list(key, EnumSet.of(State.OPEN, State.CONFIRMED)));
        List<DataIssue> before = List.copyOf(standing);
        standing.removeIf(i -> !looked.contains(i.fault().kind()));
        int known = 0;
        int opened = 0;
        for (Fault fault : found) {
            if (standing.removeIf(i -> isSame(i.fault(), fault))) {
                known++;
            } else if (before.stream().anyMatch(i -> i.confirms(fault))) {
                add(key, fault, State.CONFIRMED);
                known++;
            } else {
                note(key, fault);
                opened++;
            }
        }
        standing.removeIf(i -> found.stream().anyMatch(i::isConfirmedWithin));
        change(standing::contains, State.RESOLVED);
        return new Settled(opened, known, standing.size());
    }

    private static boolean isSame(Fault a, Fault b) {
        return a.kind() == b.kind() && a.fromMs() == b.fromMs() && a.toMs() == b.toMs();
    }

    @Override
    public void note(SeriesKey key, Fault fault) {
        gate.run();
        add(key, fault, State.OPEN);
    }

    private void add(SeriesKey key, Fault fault, State state) {
        Instant now = clock.instant();
        all.add(new DataIssue(all.size() + 1L, key, fault, state, now, now));
    }

    @Override
    public int mark(SeriesKey key, Kind kind, TimeRange range, State state) {
        gate.run();
        return change(
                i ->
                        i.key().equals(key)
                                && state.from().contains(i.state())
                                && i.fault().kind() == kind
                                && i.fault().fromMs() >= range.fromMs()
                                && i.fault().toMs() <= range.toMs(),
                state);
    }

    private int change(Predicate<DataIssue> which, State state) {
        List<DataIssue> changed = all.stream().filter(which).toList();
        all.replaceAll(i ->
                changed.contains(i)
                        ? new DataIssue(
                                i.id(), i.key(), i.fault(), state, i.foundAt(), clock.instant())
                        : i);
        return changed.size();
    }
}
