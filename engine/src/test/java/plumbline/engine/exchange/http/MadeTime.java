package plumbline.engine.exchange.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import plumbline.engine.exchange.resilience.Pause;

/// Time that passes when somebody waits, and only when no request is under way.
public final class MadeTime implements InstantSource, Pause {
    /// The beginning of a minute.
    public static final long START = 28_000_000L * 60_000;

    private final AtomicLong nowMs = new AtomicLong(START);
    private volatile BooleanSupplier held = () -> false;

    /// Waiting takes as long as this says so.
    void holdWhile(BooleanSupplier condition) {
        held = condition;
    }

    public void advance(long ms) {
        nowMs.addAndGet(ms);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs.get());
    }

    @Override
    public void await(Condition signal, long ms) throws InterruptedException {
        long until = nowMs.get() + ms;
        while (held.getAsBoolean()) {
            signal.await(1, TimeUnit.MILLISECONDS);
        }
        nowMs.accumulateAndGet(until, Math::max);
    }
}
