package plumbline.simulator.venue;

/// A limit of requests that fills with each and empties with time: so many at once, so many a
/// second for ever.
///
/// Threads: any thread.
public final class RequestBucket {
    private static final double MS = 1000;

    private final int capacity;
    private final int perSecond;
    private final boolean enforced;
    private double level;
    private double part = 1;
    private long sinceMs = Long.MIN_VALUE;

    /// @param capacity requests at once
    /// @param perSecond how many are forgotten in a second of the venue's time
    /// @param enforced whether more are refused
    public RequestBucket(int capacity, int perSecond, boolean enforced) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.enforced = enforced;
    }

    /// Makes it smaller from now on, in both ways.
    ///
    /// @param ofUsual part of what it holds usually, above 0 to 1
    public synchronized void limit(double ofUsual) {
        part = ofUsual;
    }

    /// Counts a request; one that is refused is not counted.
    ///
    /// @return whether it may be executed
    public synchronized boolean take(long nowMs) {
        boolean known = sinceMs != Long.MIN_VALUE && nowMs >= sinceMs; // the clock may jump back
        level = known ? Math.max(0, level - (nowMs - sinceMs) / MS * perSecond * part) : 0;
        sinceMs = nowMs;
        if (enforced && level + 1 > Math.max(1, capacity * part)) {
            return false;
        }
        level++;
        return true;
    }

    /// What was in it after the last request.
    public synchronized int used() {
        return (int) Math.ceil(level);
    }

    /// Empties it.
    public synchronized void reset() {
        level = 0;
        sinceMs = Long.MIN_VALUE;
    }
}
