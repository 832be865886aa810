package plumbline.engine.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port: the library of runs. Kept is what it takes to make a run again and to prove that it is the
/// same; implemented in `plumbline.storage`.
///
/// Threads: any thread but the FX thread; the calls block.
///
/// Errors: every method throws [StorageException] if the store cannot be reached or refuses.
public interface RunRepository {

    /// Keeps a run; one with the same id is replaced.
    void save(StoredRun run);

    Optional<StoredRun> find(String id);

    /// The newest run.
    Optional<StoredRun> last();

    /// Ids of the newest runs, newest first.
    List<String> newestIds(int limit);

    /// @param id the run's id
    /// @param createdAt when it ran
    /// @param result the result document, JSON
    record StoredRun(String id, Instant createdAt, String result) {}
}
