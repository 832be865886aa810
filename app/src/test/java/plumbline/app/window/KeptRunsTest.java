package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.StorageException;

class KeptRunsTest {
    private final Library library = new Library();
    private final KeptRuns runs = new KeptRuns(library);

    /// The newest last.
    private static final class Library implements RunRepository {
        final List<StoredRun> saved = new ArrayList<>();
        final List<String> lookedUp = new ArrayList<>();

        @Override
        public void save(StoredRun run) {
            saved.add(run);
        }

        @Override
        public Optional<StoredRun> find(String id) {
            lookedUp.add(id);
            if (id.startsWith("bad")) {
                throw new StorageException("run " + id + " is damaged");
            }
            return saved.stream().filter(run -> run.id().equals(id)).findFirst();
        }

        @Override
        public Optional<StoredRun> last() {
            return Optional.empty();
        }

        @Override
        public List<String> newestIds(int limit) {
            return saved.reversed().stream().map(StoredRun::id).limit(limit).toList();
        }
    }

    private void save(String id, String market) {
        String document = "{\"data\": {\"market\" : \"" + market + "\"}}";
        library.save(new StoredRun(id, Instant.EPOCH, document));
    }

    private List<String> ids(String market, int most) {
        return runs.newestOf(MarketId.parse(market), most).stream().map(StoredRun::id).toList();
    }

    @Test
    void aMarketHasItsOwnNewestHoweverManyOthersHaveSince() {
        save("a1", "file:A/USD");
        save("a2", "file:A/USD");
        save("a3", "file:A/USD");
        for (int i = 0; i < 300; i++) {
            save("b" + i, "file:B/USD");
        }

        assertThat(ids("file:A/USD", 2)).containsExactly("a3", "a2");
        assertThat(ids("file:B/USD", 1)).containsExactly("b299");
    }

    @Test
    void aRunOfAnotherMarketIsLookedUpOnce() {
        save("a1", "file:A/USD");
        save("b1", "file:B/USD");

        ids("file:A/USD", 9);
        library.lookedUp.clear();

        assertThat(ids("file:A/USD", 9)).containsExactly("a1");
        assertThat(library.lookedUp).containsExactly("a1");
    }

    @Test
    void oneThatCannotBeReadHidesNoOther() {
        save("a1", "file:A/USD");
        save("bad1", "file:A/USD");

        assertThat(ids("file:A/USD", 9)).containsExactly("a1");
    }
}
