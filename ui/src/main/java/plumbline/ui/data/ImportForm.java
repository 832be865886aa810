package plumbline.ui.data;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.CandleFileFormat;
import plumbline.engine.feed.CandleImport;
import plumbline.engine.feed.CandleImport.Content;
import plumbline.engine.feed.ImportOption;
import plumbline.engine.feed.ImportOptions;
import plumbline.engine.feed.ImportPreview;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.ui.job.JobLane;
import plumbline.ui.text.Texts;

/// What an import asks for: files, market, timeframe; and what was found in the files. Market and
/// timeframe are guessed from the names until the user says otherwise.
///
/// Threads: FX thread.
public final class ImportForm {
    /// How far the import is.
    public enum Step {
        /// The user is being asked.
        ASKING,
        /// Files are read or stored.
        WORKING,
        /// Some rows cannot be used; the user decides.
        FAULTY,
        /// Done.
        FINISHED
    }

    private final DataActions actions;
    private final StringProperty files = new SimpleStringProperty("");
    private final StringProperty market = new SimpleStringProperty("");
    private final ImportChoices choices = new ImportChoices();
    private final StringProperty timeframe = choices.of(ImportOption.TIMEFRAME);
    private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview =
            new ReadOnlyObjectWrapper<>();
    private final PreviewLoop loop;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.ASKING);
    private NameGuess guess = new NameGuess("", "");
    private @Nullable Content content;
    private @Nullable CandleImport reader;

    public ImportForm(DataActions actions) {
        this.actions = actions;
        this.loop = new PreviewLoop(actions.tasks(), this::question, preview::set);
        files.addListener((property, before, now) -> {
            mended();
            guess();
            loop.soon();
        });
        market.addListener((property, before, now) -> mended());
        choices.onChange(() -> {
            mended();
            loop.soon();
        });
    }

    /// What was found in the files does not hold any more once something in the form changes.
    private void mended() {
        problem.set("");
        if (step.get() == Step.FAULTY) {
            askAgain();
        }
    }

    private PreviewLoop.Question question() {
        return new PreviewLoop.Question(
                paths(), statedTimeframe(), choices.options(), actions.now());
    }

    /// Empty if it is to be told from the rows.
    private Optional<Timeframe> statedTimeframe() {
        return Timeframe.of(timeframeText());
    }

    private String timeframeText() {
        String text = timeframe.get();
        return text == null ? "" : text.strip();
    }

    /// Files and folders, separated as the system separates paths.
    public StringProperty filesProperty() {
        return files;
    }

    /// Where the import goes on.
    JobLane lane() {
        return actions.lane();
    }

    public StringProperty marketProperty() {
        return market;
    }

    public StringProperty timeframeProperty() {
        return timeframe;
    }

    /// What the user says of the files.
    ImportChoices choices() {
        return choices;
    }

    /// What the first file is understood as; `null` as long as that is not known.
    ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// The options that settle what is wrong: with the import, or before it with the first file.
    List<ImportOption> settling() {
        Content found = content;
        if (found != null && !found.faults().isEmpty() && !found.usable()) {
            return ImportOption.namedIn(found.faults().getFirst().message());
        }
        ImportPreview one = preview.get();
        return one == null ? List.of() : one.settledBy();
    }

    /// What is to be mended before it can go on, empty if nothing is.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// What was found in the files.
    @Nullable Content content() {
        return content;
    }

    void choose(List<Path> paths) {
        files.set(String.join(File.pathSeparator, paths.stream().map(Path::toString).toList()));
        loop.now();
    }

    private void guess() {
        NameGuess before = guess;
        List<NameGuess> guesses = paths().stream().map(NameGuess::of).distinct().toList();
        guess = guesses.isEmpty() ? new NameGuess("", "") : guesses.getFirst();
        if (market.get().isEmpty() || market.get().equals(before.market())) {
            market.set(guess.market());
        }
        if (timeframeText().isEmpty() || timeframe.get().equals(before.timeframe())) {
            timeframe.set(guess.timeframe());
        }
        if (guesses.size() > 1) {
            problem.set(Texts.of("data.import.several", guesses.size()));
        }
    }

    List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (String one : files.get().split(File.pathSeparator)) {
            try {
                if (!one.isBlank()) {
                    paths.add(Path.of(one.strip()));
                }
            } catch (InvalidPathException e) {
                problem.set(Texts.of("data.import.noFile", one));
            }
        }
        return paths;
    }

    /// What is wrong with what was given, empty if nothing is.
    private String fault() {
        if (paths().isEmpty()) {
            return Texts.of("data.import.noFiles");
        }
        for (Path path : paths()) {
            if (!Files.exists(path)) {
                return Texts.of("data.import.noFile", path);
            }
        }
        String id = NameGuess.problemOf(market.get().strip());
        if (!id.isEmpty()) {
            return id;
        }
        if (!timeframeText().isEmpty() && statedTimeframe().isEmpty()) {
            return Texts.of("data.import.noTimeframe", timeframe.get(), Timeframe.codes());
        }
        try {
            choices.options().check();
            return "";
        } catch (ImportOptions.OptionException e) {
            return ImportWords.of(ErrorText.of(e));
        }
    }

    /// The series as far as it is known before the files are read: `binance:BTC/USDT 1h`.
    String series() {
        return (market.get().strip() + " " + timeframeText()).strip();
    }

    /// Whoever reads the files; made when reading begins.
    CandleImport reader() {
        CandleImport made = reader;
        if (made == null) {
            throw new IllegalStateException("reading has not begun");
        }
        return made;
    }

    /// Reads the files; stores what is in them if every row can be used.
    public void start() {
        String fault = fault();
        problem.set(fault);
        if (!fault.isEmpty() || step.get() == Step.WORKING) {
            return;
        }
        reader =
                new CandleImport(
                        MarketId.parse(market.get().strip()),
                        statedTimeframe(),
                        CandleFileFormat.AUTO,
                        choices.options(),
                        actions.now());
        step.set(Step.WORKING);
        if (!actions.read(this, this::read, this::failed)) {
            busy();
        }
    }

    private void read(Content found) {
        content = found;
        if (found.faults().isEmpty() && !found.candles().isEmpty()) {
            storeUsable();
        } else {
            step.set(Step.FAULTY);
        }
    }

    /// How many rows can be used without the others; none of a file that is not what it seems.
    public int usable() {
        Content found = content;
        return found == null || !found.usable() ? 0 : found.candles().size();
    }

    /// Stores the rows that can be used.
    public void storeUsable() {
        Content found = content;
        if (found != null && usable() > 0) {
            step.set(Step.WORKING);
            if (!actions.store(this, found, this::failed)) {
                busy();
            }
        }
    }

    private void busy() {
        step.set(content == null ? Step.ASKING : Step.FAULTY);
        problem.set(Texts.of("data.busy"));
    }

    void finished() {
        step.set(Step.FINISHED);
    }

    /// Back to the question, after faults.
    void askAgain() {
        content = null;
        step.set(Step.ASKING);
    }

    private void failed(Throwable failure) {
        step.set(Step.ASKING);
        problem.set(
                failure instanceof CancellationException
                        ? Texts.of("data.import.cancelled")
                        : Texts.of("data.import.failed", ErrorText.of(failure)));
    }
}
