package plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.ui.data.StoreOfTests.hole;
import static plumbline.ui.data.StoreOfTests.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.upkeep.LastVerify;
import plumbline.ui.control.Notices;
import plumbline.ui.fx.FxTasks;

class DataViewModelTest {
    private static final SeriesKey BTC = key("binance:BTC/USDT", Timeframe.H1);
    private static final SeriesKey ETH = key("binance:ETH/USDT", Timeframe.H1);
    private static final SeriesKey DAILY = key("coinbase:BTC/USD", Timeframe.D1);

    @TempDir Path folder;

    private final StoreOfTests store = new StoreOfTests();
    private final List<String> said = new ArrayList<>();
    private final DataViewModel model =
            new DataViewModel(
                    new FxTasks(Runnable::run, Runnable::run),
                    store.services(InstantSource.fixed(StoreOfTests.NOW)));
    private final DataActions actions = new DataActions(model, new Said());

    private final class Said implements Notices {
        @Override
        public void done(String title, String detail, List<? extends Node> shown) {
            said.add(title + " | " + detail);
        }

        @Override
        public void warned(String title, String detail, List<? extends Node> shown) {
            said.add("! " + title + " | " + detail);
        }

        @Override
        public void failed(String code, String title, String detail) {
            said.add("!! " + title + " | " + detail);
        }

        @Override
        public void failed(String title, Throwable failure) {
            said.add("!! " + title + " | " + failure.getMessage());
        }
    }

    @BeforeEach
    void fill() {
        TimeRange hole = hole("2024-01-05T00:00:00Z", "2024-01-05T03:00:00Z");
        store.upsert(
                BTC,
                StoreOfTests.candles(
                        Timeframe.H1, "2024-01-01T00:00:00Z", "2024-03-01T00:00:00Z", hole),
                "test");
        store.upsert(
                ETH,
                StoreOfTests.candles(Timeframe.H1, "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"),
                "test");
        store.upsert(
                DAILY,
                StoreOfTests.candles(Timeframe.D1, "2020-01-01T00:00:00Z", "2024-03-01T00:00:00Z"),
                "test");
    }

    private SeriesRow row(SeriesKey key) {
        return model.rows().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void gapsAreFoundOfTheSeriesThatDoNotAddUpAndOfNoOther() {
        model.refresh();

        assertThat(row(BTC).open()).isEqualTo(1);
        assertThat(row(BTC).standing().missing()).isEqualTo(3);
        assertThat(row(ETH).looked()).isTrue();
        assertThat(store.streamed).as("only one series was read").isEqualTo(1);

        model.refresh();
        assertThat(store.streamed).as("and only once").isEqualTo(1);
    }

    @Test
    void timeThatWasNeverAskedForIsNoGap() {
        store.upsert(
                ETH,
                StoreOfTests.candles(Timeframe.H1, "2024-04-02T00:00:00Z", "2024-05-01T00:00:00Z"),
                "test");
        model.refresh();

        SeriesRow row = row(ETH);
        assertThat(row.open()).isZero();
        assertThat(row.standing().missing()).isZero();
        assertThat(row.standing().neverAsked()).isEqualTo(32 * 24);
        assertThat(row.months().kind(2024 * 12 + 2)).isEqualTo(Months.Kind.NEVER);
        assertThat(row.months().kind(2024 * 12 + 3)).isEqualTo(Months.Kind.PART);
        assertThat(HoverText.of(row, 2024 * 12 + 3)).contains("24 never asked for");
    }

    @Test
    void theAxisHoldsEverySeries() {
        model.refresh();

        assertThat(model.scaleProperty().get()).isEqualTo(MonthScale.all(2020 * 12, 2024 * 12 + 2));
    }

    @Test
    void filtersLeaveTheSeriesThatPassAndKeepTheChoice() {
        model.refresh();
        model.select(row(ETH));

        model.venueProperty().set("binance");
        assertThat(model.rows()).extracting(SeriesRow::key).containsExactly(BTC, ETH);
        assertThat(Objects.requireNonNull(model.selectedProperty().get()).key()).isEqualTo(ETH);

        model.textProperty().set("btc");
        assertThat(model.rows()).extracting(SeriesRow::key).containsExactly(BTC);
        model.timeframeProperty().set("1d");
        assertThat(model.rows()).isEmpty();
        assertThat(model.selectedProperty().get()).isNull();
    }

    @Test
    void theLedgerIsThatOfTheChosenSeries() {
        model.refresh();
        model.select(row(BTC));
        assertThat(model.ledger()).hasSize(1);

        model.select(row(ETH));
        assertThat(model.ledger()).isEmpty();
    }

    @Test
    void aStoreThatDoesNotAnswerIsNamedAndCanBeReadAgain() {
        store.isBroken = true;
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(DataViewModel.State.FAILED);
        assertThat(model.problemProperty().get()).isEqualTo("the disk does not answer");

        store.isBroken = false;
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(DataViewModel.State.READY);
    }

    @Test
    void aCheckIsNotedInTheLogAndReadFromIt() {
        model.refresh();

        actions.verifyAll();

        LastVerify last = Objects.requireNonNull(model.upkeepProperty().get()).verify();
        assertThat(Objects.requireNonNull(last).subject()).isEqualTo("3 series");
        assertThat(last.gaps()).isEqualTo(1);
        assertThat(last.problems()).isZero();
        assertThat(last.blocks()).isEqualTo(3);
        assertThat(said).hasSize(1).first().asString().startsWith("Every candle");
    }

    @Test
    void aBackupIsNotedAndTheNextOneIsNotDueUntilSomethingIsStored() {
        actions.backUp();

        assertThat(store.log.getFirst().action()).isEqualTo("backup");
        var duty = store.services(InstantSource.system()).backups().orElseThrow();
        store.backups.getFirst();
        assertThat(duty.isDue(StoreOfTests.NOW.plusSeconds(3600))).isFalse();
        assertThat(duty.isDue(StoreOfTests.NOW.plusSeconds(3 * 86_400)))
                .as("nothing was stored since")
                .isFalse();

        store.upsert(
                ETH,
                StoreOfTests.candles(Timeframe.H1, "2024-02-01T00:00:00Z", "2024-03-02T00:00:00Z"),
                "test");
        assertThat(duty.isDue(StoreOfTests.NOW.plusSeconds(3 * 86_400))).isTrue();
    }

    @Test
    void aRepairSaysWhatWasPutAside() {
        model.refresh();

        actions.repair(row(ETH));

        assertThat(store.log.getFirst().action()).isEqualTo("repair");
        assertThat(said.getFirst()).contains("2024-02-01 00:00 to 2024-03-01 00:00");
    }

    @Test
    void anExportCanBeImportedAgain() {
        model.refresh();
        Path file = folder.resolve("binance-BTC_USDT-1h.csv.gz");
        actions.export(BTC, file);
        int size = store.series(BTC).size();
        store.delete(BTC);

        ImportForm form = new ImportForm(actions);
        form.choose(List.of(file));
        form.start();

        assertThat(form.stepProperty().get()).isEqualTo(ImportForm.Step.FINISHED);
        assertThat(store.series(BTC).size()).isEqualTo(size);
        assertThat(store.log.getLast().detail())
                .startsWith(size + " candles from 2024-01-01 00:00 to 2024-02-29 23:00 from ");
    }

    @Test
    void rowsThatCannotBeUsedAreShownAndTheOthersCanBeTaken() throws Exception {
        Path file = folder.resolve("kraken-SOL_USD-1d.csv");
        Files.writeString(
                file,
                """
                time,open,high,low,close,volume
                2024-01-01,1,2,0.5,1.5,10
                2024-01-02,1,2,3,1.5,10
                2024-01-03,1,2,0.5,1.5,10
                """,
                StandardCharsets.UTF_8);
        ImportForm form = new ImportForm(actions);
        form.choose(List.of(file));
        form.start();

        assertThat(form.stepProperty().get()).isEqualTo(ImportForm.Step.FAULTY);
        assertThat(Objects.requireNonNull(form.content()).faults())
                .extracting(f -> f.line())
                .containsExactly(3L);
        assertThat(form.usable()).isEqualTo(2);

        form.storeUsable();
        SeriesKey sol = key("kraken:SOL/USD", Timeframe.D1);
        assertThat(store.series(sol).size()).isEqualTo(2);
    }

    @Test
    void whatIsWrongInTheFormIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("x.csv"), "time,open\n");
        ImportForm form = new ImportForm(actions);
        form.start();
        assertThat(form.problemProperty().get()).contains("Choose a file");

        form.choose(List.of(folder.resolve("missing.csv")));
        form.start();
        assertThat(form.problemProperty().get()).contains("no file").contains("missing.csv");

        form.choose(List.of(file));
        form.marketProperty().set("BTC");
        form.start();
        assertThat(form.problemProperty().get()).contains("is not a market id");

        form.marketProperty().set("file:BTC/USD");
        form.timeframeProperty().set("1x");
        form.start();
        assertThat(form.problemProperty().get()).contains("'1x' is no timeframe");
        assertThat(form.stepProperty().get()).isEqualTo(ImportForm.Step.ASKING);
    }

    @Test
    void filesOfSeveralSeriesAreNotMixed() {
        ImportForm form = new ImportForm(actions);

        form.choose(List.of(Path.of("BTC_USDT-1h.csv"), Path.of("ETH_USDT-1h.csv")));

        assertThat(form.problemProperty().get()).contains("2 different series");
    }
}
