package plumbline.engine.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.engine.backtest.RunRepository;

/// A library of runs that is gone when the test ends.
public final class InMemoryRuns implements RunRepository {
    private final List<StoredRun> saved = new ArrayList<>();
    private final Runnable gate;

    public InMemoryRuns() {
        this(() -> {});
    }

    /// @param gate passed by every call; may throw
    InMemoryRuns(Runnable gate) {
        this.gate = gate;
    }

    @Override
    public void save(StoredRun run) {
        find(run.id())
                .filter(kept -> !kept.isSameRunAs(run))
                .ifPresent(_ -> {
                    throw new IllegalArgumentException(
                            "another run is kept under the id " + run.id());
                });
        saved.removeIf(kept -> kept.id().equals(run.id()));
        saved.addFirst(run);
    }

    @Override
    public Optional<StoredRun> find(String id) {
        gate.run();
        return saved.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    @Override
    public Optional<StoredRun> last() {
        return newestIds(1).stream().findFirst().flatMap(this::find);
    }

    @Override
    public List<String> newestIds(int limit) {
        gate.run();
        return saved.stream()
                .sorted(Comparator.comparing(StoredRun::createdAt).reversed())
                .limit(limit)
                .map(StoredRun::id)
                .toList();
    }
}
