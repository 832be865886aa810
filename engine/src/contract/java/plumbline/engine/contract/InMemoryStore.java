package plumbline.engine.contract;

import java.time.InstantSource;
import plumbline.engine.market.StorageException;

/// A store that forgets everything when the test ends, and only then: closed and opened, it still
/// has its contents.
public final class InMemoryStore {
    private final InMemoryIssues issues;
    private final InMemoryCandles candles;
    private final InMemoryRuns runs = new InMemoryRuns(this::check);
    private boolean open = true;

    /// @param clock of what is noted with a time
    public InMemoryStore(InstantSource clock) {
        issues = new InMemoryIssues(this::check, clock);
        candles = new InMemoryCandles(this::check, clock);
    }

    public OpenStore open() {
        open = true;
        return new OpenStore(candles, issues, runs, () -> open = false);
    }

    private void check() {
        if (!open) {
            throw new StorageException("the store is closed");
        }
    }
}
