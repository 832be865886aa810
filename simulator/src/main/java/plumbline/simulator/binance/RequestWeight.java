package plumbline.simulator.binance;

/// The venue's limit of requests: a weight per minute; who goes on after a warning is banned.
///
/// Windows are the minutes of the venue's time. A request over the limit is answered 429; the
/// [#IGNORED]th of them within a window brings a ban, of two minutes at first, of twice as long
/// each time, of three days at most.
///
/// Threads: any thread.
final class RequestWeight {
    /// Requests over the limit that are warned.
    static final int IGNORED = 3;

    private static final long MINUTE_MS = 60_000;
    private static final long FIRST_BAN_MS = 2 * MINUTE_MS;
    private static final long LONGEST_BAN_MS = 3 * 24 * 60 * MINUTE_MS;

    private final int usual;
    private int limit;
    private final boolean enforced;
    private long window = Long.MIN_VALUE;
    private int used;
    private int warned;
    private long bannedUntilMs = Long.MIN_VALUE;
    private long nextBanMs = FIRST_BAN_MS;

    /// @param limit weight that may be used in a minute
    RequestWeight(int limit, boolean enforced) {
        this.usual = limit;
        this.limit = limit;
        this.enforced = enforced;
    }

    /// Whether a request may be executed, and why not.
    sealed interface Verdict {
        int used();

        /// It may.
        record Allowed(int used) implements Verdict {}

        /// Too many in this minute.
        record Warned(int used, long retryAfterSeconds) implements Verdict {}

        /// After too many warnings.
        record Banned(int used, long retryAfterSeconds, long untilMs) implements Verdict {}
    }

    /// Allows less from now on.
    ///
    /// @param part of the usual, above 0 to 1
    synchronized void limit(double part) {
        limit = Math.max(1, (int) (usual * part));
    }

    /// Counts a request.
    synchronized Verdict take(long nowMs, int weight) {
        long now = Math.floorDiv(nowMs, MINUTE_MS);
        if (now != window) {
            window = now;
            used = 0;
            warned = 0;
        }
        if (nowMs < bannedUntilMs) {
            return banned(nowMs);
        }
        if (!enforced || used + weight <= limit) {
            used += weight;
            return new Verdict.Allowed(used);
        }
        warned++;
        if (warned > IGNORED) {
            bannedUntilMs = nowMs + nextBanMs;
            nextBanMs = Math.min(LONGEST_BAN_MS, 2 * nextBanMs);
            return banned(nowMs);
        }
        return new Verdict.Warned(used, seconds((now + 1) * MINUTE_MS - nowMs));
    }

    private Verdict banned(long nowMs) {
        return new Verdict.Banned(used, seconds(bannedUntilMs - nowMs), bannedUntilMs);
    }

    /// Rounded up: after so many seconds it is over.
    private static long seconds(long ms) {
        return Math.ceilDiv(ms, 1000);
    }

    /// What was used in the window of the last request.
    synchronized int used() {
        return used;
    }

    synchronized void reset() {
        window = Long.MIN_VALUE;
        used = 0;
        warned = 0;
        bannedUntilMs = Long.MIN_VALUE;
        nextBanMs = FIRST_BAN_MS;
    }
}
