package plumbline.ui.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.StorageException;
import plumbline.ui.fx.FxTasks;

class ErrorCentreTest {
    private final List<Runnable> onScreen = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private long now = 5_000;
    private final ErrorCentre centre =
            new ErrorCentre(
                    new FxTasks(Runnable::run, onScreen::add, this::delay),
                    () -> Instant.ofEpochMilli(now));

    private void delay(Duration time, Runnable work) {
        later.add(work);
    }

    private int settle() {
        int steps = 0;
        while (!onScreen.isEmpty() || !later.isEmpty()) {
            if (!onScreen.isEmpty()) {
                onScreen.removeFirst().run();
                steps++;
            } else {
                later.removeFirst().run();
            }
        }
        return steps;
    }

    @Test
    void equalOnesAreFoldedAndCounted() {
        for (int i = 0; i < 3; i++) {
            centre.report(new IllegalStateException("no such thing"));
            now += 1_000;
        }
        centre.report(new IllegalStateException("another thing"));
        settle();

        assertThat(centre.problems()).hasSize(2);
        Problem folded = centre.problems().getLast();
        assertThat(folded.count()).isEqualTo(3);
        assertThat(folded.firstMs()).isEqualTo(5_000);
        assertThat(folded.lastMs()).isEqualTo(7_000);
        assertThat(folded.why()).isEqualTo("IllegalStateException: no such thing");
        assertThat(centre.problems().getFirst().count()).isEqualTo(1);
    }

    @Test
    void problemsInWordsAreFoldedToo() {
        Problem problem =
                Problem.of(Severity.WARNING, "NET-204", "Kraken did not answer")
                        .because("No reply within 5 s");
        centre.report(problem);
        centre.report(problem);
        centre.report(problem.because("No reply within 9 s"));
        settle();

        assertThat(centre.problems()).extracting(Problem::count).containsExactly(1, 2);
    }

    @Test
    void whatComesAgainMovesUp() {
        centre.report(Problem.of(Severity.ERROR, "STO-101", "a"));
        centre.report(Problem.of(Severity.ERROR, "STO-101", "b"));
        centre.report(Problem.of(Severity.ERROR, "STO-101", "a"));
        settle();

        assertThat(centre.problems()).extracting(Problem::what).containsExactly("a", "b");
    }

    @Test
    void aFloodReachesTheScreenInFewSteps() {
        RuntimeException failure = new IllegalStateException("again");
        for (int i = 0; i < 100_000; i++) {
            centre.report(failure);
        }

        assertThat(settle()).isLessThan(5);
        assertThat(centre.problems().getFirst().count()).isEqualTo(100_000);
    }

    @Test
    void theNewestAreKept() {
        for (int i = 0; i < 300; i++) {
            centre.report(Problem.of(Severity.ERROR, "STO-101", "problem " + i));
        }
        settle();

        assertThat(centre.problems()).hasSize(200);
        assertThat(centre.problems().getFirst().what()).isEqualTo("problem 299");
        assertThat(centre.problems().getLast().what()).isEqualTo("problem 100");
    }

    @Test
    void kindsHaveCodes() {
        assertThat(code(new StorageException("full"))).isEqualTo("STO-101");
        assertThat(code(new UncheckedIOException(new NoSuchFileException("x"))))
                .isEqualTo("FIL-101");
        assertThat(code(new AccessDeniedException("x"))).isEqualTo("FIL-102");
        assertThat(code(new FileSystemException("x", null, "No space left on device")))
                .isEqualTo("FIL-103");
        assertThat(code(new IOException("broken pipe"))).isEqualTo("FIL-100");
        assertThat(code(new OutOfMemoryError("heap"))).isEqualTo("MEM-101");
        assertThat(code(new NullPointerException())).isEqualTo("BUG-101");
    }

    private static String code(Throwable failure) {
        return ProblemKinds.of(failure).code();
    }

    @Test
    void aCancelIsNoProblem() {
        centre.report(new CancellationException());
        settle();

        assertThat(centre.problems()).isEmpty();
    }

    @Test
    void whatIsShownAndCopiedHasNoSecrets() {
        centre.report(
                new StorageException(
                        "no login to jdbc:postgresql://ada:s3cret@db/x",
                        new IllegalStateException("password=s3cret")));
        settle();

        Problem shown = centre.problems().getFirst();
        assertThat(shown.toString()).doesNotContain("s3cret");
        assertThat(ProblemText.of(shown))
                .doesNotContain("s3cret")
                .contains("STO-101", "ada:***@db", "password=***", "ErrorCentreTest.java");
    }

    @Test
    void clearedIsForgotten() {
        centre.report(new IllegalStateException("x"));
        settle();
        centre.clear();
        assertThat(centre.problems()).isEmpty();

        centre.report(new IllegalStateException("x"));
        settle();
        assertThat(centre.problems().getFirst().count()).isEqualTo(1);
    }

    @Test
    void codesHaveOneForm() {
        assertThatThrownBy(() -> Problem.of(Severity.ERROR, "oops", "x"))
                .hasMessageContaining("STO-101");
    }
}
