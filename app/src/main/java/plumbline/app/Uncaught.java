package plumbline.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody caught, on whatever thread: it reaches the log, and the user. A failure that comes
/// again and again is logged and told the first time, the tenth, the hundredth, and so on.
///
/// Threads: any.
public final class Uncaught implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);
    private static final int MOST_KINDS = 1000;

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Consumer<Throwable> told;
    private final Consumer<Throwable> counted;

    /// @param told tells the user; called on the thread that failed
    public Uncaught(Consumer<Throwable> told) {
        this(told, failure -> {});
    }

    /// @param counted called for every failure, before `told`, on the thread that failed
    public Uncaught(Consumer<Throwable> told, Consumer<Throwable> counted) {
        this.told = told;
        this.counted = counted;
    }

    /// Makes this the last resort of every thread.
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        counted.accept(failure);
        if (counts.size() > MOST_KINDS) {
            counts.clear();
        }
        int count = counts.merge(kind(failure), 1, Integer::sum);
        if (!isPowerOfTen(count)) {
            return;
        }
        LOG.error(Logs.TOLD, "{} failed ({} times)", thread.getName(), count, failure);
        told.accept(failure);
    }

    private static boolean isPowerOfTen(int count) {
        int rest = count;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }

    private static String kind(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
