package plumbline.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.backtest.RunRepository.StoredRun;

/// What every library of runs does alike.
public abstract class RunRepositoryContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private OpenStore store;
    private RunRepository repository;

    /// Opens the store of this test; again with the same contents if it was open before.
    protected abstract OpenStore openStore();

    @BeforeEach
    void open() {
        store = openStore();
        repository = store.runs();
    }

    @AfterEach
    void close() {
        store.closing().run();
    }

    @Test
    void hasNothingAtFirst() {
        assertThat(repository.find("cafe0001")).isEmpty();
        assertThat(repository.last()).isEmpty();
        assertThat(repository.newestIds(10)).isEmpty();
    }

    @Test
    void givesBackWhatWasSaved() {
        StoredRun run = new StoredRun("cafe0001", NOON, "{\"a\": \"Ω 𝄞 \\u0000\", \"b\": null}");

        repository.save(run);
        close();
        open();

        assertThat(repository.find("cafe0001")).contains(run);
        assertThat(repository.last()).contains(run);
    }

    /// Longer than the longest text that H2 keeps in one value, with a pair of surrogates on every
    /// place where it might be cut.
    @Test
    void keepsDocumentsOfAnyLength() {
        StoredRun even = new StoredRun("even", NOON, "𝄞".repeat(1_500_000));
        StoredRun odd = new StoredRun("odd", NOON, "x" + "𝄞".repeat(1_500_000));
        StoredRun empty = new StoredRun("empty", NOON, "");

        repository.save(even);
        repository.save(odd);
        repository.save(empty);

        assertThat(repository.find("even")).contains(even);
        assertThat(repository.find("odd")).contains(odd);
        assertThat(repository.find("empty")).contains(empty);
    }

    private static String document(String hash, String rest) {
        return "{\"run\": {\"id\": \"cafe0001\", \"hash\": \""
                + hash
                + "\"}, \"rest\": \""
                + rest
                + "\"}";
    }

    @Test
    void theSameRunMadeAgainTakesThePlaceOfTheOneBefore() {
        repository.save(
                new StoredRun("cafe0001", NOON, document("sha256:aa", "x".repeat(900_000))));
        StoredRun second =
                new StoredRun("cafe0001", NOON.plusSeconds(60), document("sha256:aa", "later"));

        repository.save(second);

        assertThat(repository.find("cafe0001")).contains(second);
        assertThat(repository.newestIds(10)).containsExactly("cafe0001");
    }

    @Test
    void anotherRunOfTheSameIdIsRefusedAndTheFirstStays() {
        StoredRun first = new StoredRun("cafe0001", NOON, document("sha256:aa", "x"));
        repository.save(first);

        assertThatThrownBy(() ->
                        repository.save(
                                new StoredRun(
                                        "cafe0001",
                                        NOON.plusSeconds(60),
                                        document("sha256:ab", "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another run is kept under the id cafe0001");

        assertThat(repository.find("cafe0001")).contains(first);
    }

    @Test
    void runsAreFoundByHowTheirIdsBegin() {
        repository.save(new StoredRun("cafe0001", NOON, "{}"));
        repository.save(new StoredRun("cafe0002", NOON.plusSeconds(1), "{}"));
        repository.save(new StoredRun("beef", NOON, "{}"));

        assertThat(repository.idsStartingWith("cafe")).containsExactly("cafe0002", "cafe0001");
        assertThat(repository.idsStartingWith("be")).containsExactly("beef");
        assertThat(repository.idsStartingWith("f")).isEmpty();
    }

    @Test
    void theNewestRunIsTheOneMadeLastAndAmongEqualsTheOneSavedLast() {
        repository.save(new StoredRun("b", NOON, "{}"));
        repository.save(new StoredRun("a", NOON, "{}"));
        repository.save(new StoredRun("old", NOON.minusNanos(1000), "{}"));
        repository.save(new StoredRun("older", NOON.minusSeconds(1), "{}"));

        assertThat(repository.newestIds(10)).containsExactly("a", "b", "old", "older");
        assertThat(repository.newestIds(2)).containsExactly("a", "b");
        assertThat(repository.newestIds(0)).isEmpty();
        assertThat(repository.last().orElseThrow().id()).isEqualTo("a");
    }
}
