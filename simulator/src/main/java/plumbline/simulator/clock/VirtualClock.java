package plumbline.simulator.clock;

import java.util.function.LongSupplier;

/// Time that starts where it is told, runs at any speed, stands still, and jumps.
///
/// What it measures real time with is `System.nanoTime`, so it does not know what day it is.
///
/// Threads: any thread.
public final class VirtualClock {
    /// As fast as is sensible: a week in a minute.
    public static final double FASTEST = 10_000;

    private final LongSupplier nanos;
    private long virtualMs;
    private long sinceNanos;
    private double speed;
    private boolean paused;
    private long skewMs;
    private double driftPpm;
    private long driftSinceMs;

    /// @param startMs epoch milliseconds UTC
    /// @param speed virtual seconds in one real second; 0 is a clock that stands still
    public VirtualClock(long startMs, double speed) {
        this(startMs, speed, System::nanoTime);
    }

    VirtualClock(long startMs, double speed, LongSupplier nanos) {
        this.nanos = nanos;
        this.virtualMs = startMs;
        this.sinceNanos = nanos.getAsLong();
        this.speed = checked(speed);
    }

    private static double checked(double speed) {
        if (!(speed >= 0 && speed <= FASTEST)) {
            throw new IllegalArgumentException(
                    "speed must be 0 to " + (long) FASTEST + ", was " + speed);
        }
        return speed;
    }

    /// Epoch milliseconds UTC, as the venue lives it.
    public synchronized long nowMs() {
        if (paused || speed == 0) {
            return virtualMs;
        }
        return virtualMs + (long) ((nanos.getAsLong() - sinceNanos) / 1e6 * speed);
    }

    /// What the venue says when it is asked for the time: [#nowMs], the skew, and what its clock
    /// has drifted.
    public synchronized long toldMs() {
        return nowMs() + skewMs();
    }

    /// Jumps.
    public synchronized void seek(long toMs) {
        virtualMs = toMs;
        sinceNanos = nanos.getAsLong();
    }

    /// @throws IllegalArgumentException if it is not 0 to [#FASTEST]
    public synchronized void speed(double other) {
        checked(other);
        seek(nowMs());
        speed = other;
    }

    /// Stands still, or goes on from where it stood.
    public synchronized void pause(boolean on) {
        seek(nowMs());
        paused = on;
    }

    /// How much the venue's own clock is ahead of its time; negative when it is behind.
    public synchronized void skew(long ms) {
        skewMs = ms;
        driftSinceMs = nowMs();
    }

    /// How much too fast the venue's own clock runs, in millionths; negative when it is too slow.
    /// What it has drifted so far stays.
    public synchronized void drift(double ppm) {
        skew(skewMs());
        driftPpm = ppm;
    }

    public synchronized double driftPpm() {
        return driftPpm;
    }

    public synchronized double speed() {
        return speed;
    }

    public synchronized boolean isPaused() {
        return paused;
    }

    /// How much the venue's own clock is ahead now.
    public synchronized long skewMs() {
        return skewMs + Math.round((nowMs() - driftSinceMs) * driftPpm / 1e6);
    }
}
