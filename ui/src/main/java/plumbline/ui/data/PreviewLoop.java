package plumbline.ui.data;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.CandleFileFormat;
import plumbline.engine.feed.ImportOptions;
import plumbline.engine.feed.ImportPreview;
import plumbline.engine.market.Timeframe;
import plumbline.ui.fx.FxTasks;

/// Finds out in the background what chosen files are. Only the newest question gets an answer; it
/// ends the work on an older one.
///
/// Threads: FX thread.
final class PreviewLoop {
    /// Who types has not ended yet.
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final FxTasks tasks;
    private final Supplier<Question> questions;
    private final Consumer<@Nullable ImportPreview> shown;
    private final AtomicInteger asked = new AtomicInteger();

    /// What is to be found out.
    ///
    /// @param now the clock's time
    record Question(
            List<Path> paths, Optional<Timeframe> timeframe, ImportOptions options, Instant now) {}

    /// @param questions what is to be found out, by then
    /// @param shown is given the answer, `null` if no file is chosen
    PreviewLoop(
            FxTasks tasks, Supplier<Question> questions, Consumer<@Nullable ImportPreview> shown) {
        this.tasks = tasks;
        this.questions = questions;
        this.shown = shown;
    }

    /// Asks once nothing has changed for a moment.
    void soon() {
        int number = asked.incrementAndGet();
        tasks.later(
                PAUSE,
                () -> {
                    if (number == asked.get()) {
                        ask(number);
                    }
                });
    }

    void now() {
        ask(asked.incrementAndGet());
    }

    private void ask(int number) {
        Question question = questions.get();
        if (question.paths().isEmpty()) {
            shown.accept(null);
            return;
        }
        tasks.run(
                () -> answer(question, number),
                answer -> {
                    if (number == asked.get()) {
                        answer.ifPresent(shown);
                    }
                },
                failure -> {
                    if (number == asked.get()) {
                        shown.accept(null); // the centre of errors was told
                    }
                });
    }

    /// Empty if nobody waits for it any more, which is no failure.
    private Optional<ImportPreview> answer(Question question, int number) {
        try {
            return Optional.of(
                    ImportPreview.of(
                            question.paths(),
                            CandleFileFormat.AUTO,
                            question.timeframe(),
                            question.options(),
                            question.now(),
                            () -> number != asked.get()));
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }
}
