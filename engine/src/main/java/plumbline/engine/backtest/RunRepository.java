package plumbline.engine.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Port: the library of runs. Kept is what it takes to make a run again and to prove that it is the
/// same; implemented in `plumbline.storage`.
///
/// Threads: any thread but the FX thread; the calls block.
///
/// Errors: every method throws [plumbline.engine.market.StorageException] if the store cannot be
/// reached or refuses.
public interface RunRepository {

    /// Keeps a run. The same run made again takes the place of the one before.
    ///
    /// @throws IllegalArgumentException if another run is kept under this id; it stays as it is
    void save(StoredRun run);

    Optional<StoredRun> find(String id);

    /// The newest run.
    Optional<StoredRun> last();

    /// Ids of the newest runs, newest first.
    List<String> newestIds(int limit);

    /// The ids that begin with `prefix`, newest first.
    default List<String> idsStartingWith(String prefix) {
        return newestIds(Integer.MAX_VALUE).stream().filter(id -> id.startsWith(prefix)).toList();
    }

    /// @param id the run's id
    /// @param createdAt when it ran
    /// @param result the result document, JSON
    record StoredRun(String id, Instant createdAt, String result) {
        private static final Pattern HASH = Pattern.compile("\"hash\"\\s*:\\s*\"([^\"]*)\"");
        private static final Pattern MARKET = Pattern.compile("\"market\"\\s*:\\s*\"([^\"]*)\"");

        /// Whether both are the same run, made once or twice: their hashes are the same, or where
        /// one has no hash, their documents are.
        public boolean isSameRunAs(StoredRun other) {
            Optional<String> ours = hash();
            return ours.isPresent() ? ours.equals(other.hash()) : result.equals(other.result);
        }

        /// The market whose candles it was made on, without reading the whole document; empty if it
        /// names none.
        public Optional<String> market() {
            return first(MARKET);
        }

        /// The first hash of a document is its run's.
        private Optional<String> hash() {
            return first(HASH);
        }

        private Optional<String> first(Pattern pattern) {
            Matcher matcher = pattern.matcher(result);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }
}
