package plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.ui.data.StoreOfTests.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.feed.ImportOption;
import plumbline.engine.feed.ImportOptions;
import plumbline.engine.feed.ImportPreview;
import plumbline.engine.market.Timeframe;
import plumbline.ui.control.Notices;
import plumbline.ui.fx.FxTasks;

/// The preview of an import, and what is said in the place of what was guessed.
class ImportFormTest {
    private static final String OPEN_DATES =
            """
            time,open,high,low,close,volume
            01/02/2024,1,2,0.5,1.5,10
            02/02/2024,1,2,0.5,1.5,10
            """;

    @TempDir Path folder;

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final StoreOfTests store = new StoreOfTests();
    private final DataViewModel model =
            new DataViewModel(
                    new FxTasks(Runnable::run, Runnable::run, (time, work) -> later.add(work)),
                    store.services(InstantSource.fixed(StoreOfTests.NOW)));
    private final List<String> said = new ArrayList<>();
    private final ImportForm form = new ImportForm(new DataActions(model, new Said()));

    private final class Said implements Notices {
        @Override
        public void done(String title, String detail, List<? extends Node> shown) {
            said.add(title);
        }

        @Override
        public void warned(String title, String detail, List<? extends Node> shown) {}

        @Override
        public void failed(String code, String title, String detail) {}

        @Override
        public void failed(String title, Throwable failure) {}
    }

    private void choose(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        form.choose(List.of(file));
    }

    private ImportPreview preview() {
        return Objects.requireNonNull(form.previewProperty().get());
    }

    /// What is to happen in a moment happens now.
    private void pause() {
        for (int left = later.size(); left > 0; left--) {
            later.remove().run();
        }
    }

    @Test
    void aProblemNamesTheFieldThatSettlesItAndTheFieldDoes() throws Exception {
        choose("BTC_USD-1d.csv", OPEN_DATES);
        assertThat(form.settling()).containsExactly(ImportOption.DATE_FORMAT);
        assertThat(ImportWords.of(preview().problem()))
                .contains("‘Date format’")
                .doesNotContain("--");

        form.choices().of(ImportOption.DATE_FORMAT).set("mdy");
        assertThat(form.settling()).as("not while it may still change").isNotEmpty();
        pause();
        assertThat(form.settling()).isEmpty();
        form.start();

        assertThat(form.stepProperty().get()).isEqualTo(ImportForm.Step.FINISHED);
        assertThat(store.series(key("file:BTC/USD", Timeframe.D1)).firstOpenMs())
                .isEqualTo(Instant.parse("2024-01-02T00:00:00Z").toEpochMilli());
    }

    @Test
    void everyChangedGuessReachesTheOptionsAndCanBeTakenBack() {
        ImportChoices choices = form.choices();
        choices.of(ImportOption.DATE_FORMAT).set("dmy");
        choices.of(ImportOption.DECIMAL).set(",");
        choices.of(ImportOption.ZONE).set(" Europe/Berlin ");
        choices.of(ImportOption.TIME).set("close");
        choices.of(ImportOption.SYMBOL).set("AAA");
        choices.of(ImportOption.MEMBER).set("a.csv");
        choices.of(ImportOption.COLUMNS).set("time,open,high,low,close");

        assertThat(choices.options())
                .isEqualTo(
                        new ImportOptions(
                                "time,open,high,low,close",
                                "dmy",
                                ",",
                                "Europe/Berlin",
                                "close",
                                "AAA",
                                "a.csv"));
        for (ImportOption option : ImportOption.values()) {
            choices.reset(option);
        }
        assertThat(choices.options()).isEqualTo(ImportOptions.NONE);
    }

    @Test
    void aColumnThatIsSaidToBeSomethingElseIsThatAndNoOtherIs() throws Exception {
        choose(
                "BTC_USD-1d.csv",
                """
                time,open,high,low,close,volume,extra
                2024-01-01,1,2,0.5,1.5,10,7
                2024-01-02,1,2,0.5,1.5,10,8
                """);
        form.choices().sayColumn(preview(), 6, "volume");
        pause();

        assertThat(form.choices().options().columns())
                .isEqualTo("time,open,high,low,close,-,volume");
        assertThat(preview().roles()).endsWith("", "volume");
        assertThat(preview().rows().getFirst().candle().orElseThrow().volume()).isEqualTo(7);

        form.choices().reset(ImportOption.COLUMNS);
        pause();
        assertThat(preview().roles()).endsWith("volume", "");
    }

    @Test
    void withoutATimeframeItIsThatOfTheRows() throws Exception {
        choose("BTC_USD.csv", OPEN_DATES.replace('/', '.'));
        assertThat(PreviewPane.told(preview())).contains("1d");

        form.start();

        assertThat(form.stepProperty().get()).isEqualTo(ImportForm.Step.FINISHED);
        assertThat(store.series(key("file:BTC/USD", Timeframe.D1)).size()).isEqualTo(2);
    }

    @Test
    void onlyTheNewestQuestionIsAnswered() throws Exception {
        choose("BTC_USD-1d.csv", OPEN_DATES);
        pause();
        form.choices().of(ImportOption.DATE_FORMAT).set("mdy");
        ImportPreview before = preview();
        form.choices().of(ImportOption.DATE_FORMAT).set("dmy");
        later.remove().run();
        assertThat(preview()).as("the question was put again since").isSameAs(before);

        pause();
        assertThat(preview().rows().getFirst().candle().orElseThrow().openTimeMs())
                .isEqualTo(Instant.parse("2024-02-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void aFileThatIsNotWhatItSeemsOffersNoRows() throws Exception {
        choose(
                "BTC_USD-1d.csv",
                """
                symbol,time,open,high,low,close,volume
                AAA,2024-01-01,1,2,0.5,1.5,10
                BBB,2024-01-02,1,2,0.5,1.5,10
                """);
        form.start();

        assertThat(form.stepProperty().get()).isEqualTo(ImportForm.Step.FAULTY);
        assertThat(form.usable()).isZero();
        assertThat(form.settling()).containsExactly(ImportOption.SYMBOL);

        form.choices().of(ImportOption.SYMBOL).set("AAA");
        assertThat(form.stepProperty().get()).isEqualTo(ImportForm.Step.ASKING);
        form.start();
        assertThat(said).hasSize(1);
    }

    @Test
    void aZoneThatIsNoneIsNamedBeforeAnythingIsRead() throws Exception {
        choose("BTC_USD-1d.csv", OPEN_DATES);
        form.choices().of(ImportOption.ZONE).set("Atlantis");
        form.start();

        assertThat(form.problemProperty().get()).contains("‘Time zone’").contains("Atlantis");
        assertThat(form.stepProperty().get()).isEqualTo(ImportForm.Step.ASKING);
    }

    @Test
    void aFileThatVanishedAndNoFileAreNoFailure() throws Exception {
        choose("BTC_USD-1d.csv", OPEN_DATES);
        Files.delete(folder.resolve("BTC_USD-1d.csv"));
        form.choices().of(ImportOption.TIME).set("close");
        pause();
        assertThat(preview().problem()).contains("no file");

        form.filesProperty().set("");
        pause();
        assertThat(form.previewProperty().get()).isNull();
    }
}
