package plumbline.ui.job;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a job is to do, and what is done when it has ended. The consumers run on the FX thread.
///
/// @param lane the row it stands in: of one row one job runs at a time; empty for none
/// @param unit what its progress is counted in, for example `candles`; empty for nothing to name
/// @param result says in a line what came of it; background
/// @param done given its result
/// @param failed given its failure, a `CancellationException` if it was cancelled
/// @param show shows what came of it, when the user asks for it; `null` if there is nothing to show
/// @param waitingOn threads for a work that waits more than it works, so that it keeps nobody
///   else's turn; `null` for a work that computes
public record JobPlan<T>(
        String title,
        JobWork<T> work,
        String lane,
        String unit,
        Function<T, String> result,
        Consumer<T> done,
        Consumer<Throwable> failed,
        @Nullable Consumer<T> show,
        @Nullable Executor waitingOn) {

    /// A work of which nothing but its end is told.
    public static <T> JobPlan<T> of(String title, JobWork<T> work) {
        return new JobPlan<>(title, work, "", "", r -> "", r -> {}, f -> {}, null, null);
    }

    public JobPlan<T> in(String row) {
        return new JobPlan<>(title, work, row, unit, result, done, failed, show, waitingOn);
    }

    public JobPlan<T> counting(String what) {
        return new JobPlan<>(title, work, lane, what, result, done, failed, show, waitingOn);
    }

    public JobPlan<T> saying(Function<T, String> text) {
        return new JobPlan<>(title, work, lane, unit, text, done, failed, show, waitingOn);
    }

    public JobPlan<T> then(Consumer<T> next) {
        return new JobPlan<>(title, work, lane, unit, result, next, failed, show, waitingOn);
    }

    public JobPlan<T> otherwise(Consumer<Throwable> next) {
        return new JobPlan<>(title, work, lane, unit, result, done, next, show, waitingOn);
    }

    public JobPlan<T> showing(Consumer<T> shown) {
        return new JobPlan<>(title, work, lane, unit, result, done, failed, shown, waitingOn);
    }

    public JobPlan<T> waitingOn(Executor threads) {
        return new JobPlan<>(title, work, lane, unit, result, done, failed, show, threads);
    }
}
