package plumbline.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.engine.contract.CandleUpkeepContract;
import plumbline.engine.contract.OpenStore;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;

/// What every store does alike to keep its contents sound.
public abstract class UpkeepContract extends CandleUpkeepContract {
    private static final SeriesKey KEY = TestCandles.MINUTES;

    @SuppressWarnings("NullAway.Init") // by openStore, which is called before each test
    private Stores stores;

    /// Opens the store of this test; again with the same contents if it was open before.
    protected abstract Stores openStores();

    @Override
    protected OpenStore openStore() {
        stores = openStores();
        return TestStores.ports(stores);
    }

    @Test
    void deletesASeriesWithAllThatIsKnownOfIt() {
        CandleRepository repository = stores.candles();
        SeriesKey other = new SeriesKey(KEY.market(), Timeframe.H1);
        repository.upsert(KEY, TestCandles.minutes(10_000, 1), "test");
        repository.upsert(other, TestCandles.walk(Timeframe.H1, 0, 10, 1), "test");
        stores.issues().note(KEY, new Fault(Kind.GAP, 0, 1, 1, "a gap"));

        assertThat(repository.delete(KEY)).isTrue();
        assertThat(repository.delete(KEY)).isFalse();

        assertThat(repository.list()).hasSize(1);
        assertThat(repository.load(KEY, TimeRange.ALL).isEmpty()).isTrue();
        assertThat(repository.coverage(KEY)).isEmpty();
        assertThat(stores.issues().list(KEY, EnumSet.allOf(State.class))).isEmpty();
        repository.upsert(KEY, TestCandles.minutes(5, 1), "again");
        assertThat(repository.load(KEY, TimeRange.ALL).size()).isEqualTo(5);
        assertThat(repository.info(KEY).orElseThrow().source()).isEqualTo("again");
    }

    @Test
    void saysWhatItIs() {
        StoreFacts facts = stores.facts();

        assertThat(facts.kind()).isNotBlank();
        assertThat(facts.place()).isNotBlank();
        assertThat(facts.bytes()).isPositive();
        assertThat(facts.warnings()).isEmpty();
    }

    @Test
    void aSourceThatChangesItsMindIsInTheLedger() {
        CandleSeries all = TestCandles.minutes(100, 1);
        stores.candles().upsert(KEY, all, "csv");

        stores.candles().upsert(KEY, TestCandles.minutes(100, 2).slice(10, 13), "fetch");

        assertThat(stores.issues().list(KEY, Set.of(State.OPEN)))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.fault().kind()).isEqualTo(SeriesCheck.Kind.CONFLICT);
                    assertThat(issue.fault().candles()).isEqualTo(3);
                    assertThat(issue.fault().fromMs()).isEqualTo(all.openTime()[10]);
                    assertThat(issue.fault().text())
                            .contains("3 candles replaced by fetch")
                            .contains("close " + all.close()[10] + " became ");
                });
    }
}
