package plumbline.engine.exchange.resilience;

/// What is left of a venue's limit, which counts the weight of requests in windows of time that
/// begin together with the minutes (or other windows) of its clock. The venue's own count, which it
/// sends with its answers, goes before ours: others may ask from the same address. Half of a
/// window's limit is spent as fast as it is asked for; what is beyond that is spread over the time
/// that the window has left.
///
/// Says how long to wait and never waits itself.
///
/// Not thread-safe.
public final class RequestBudget {
    /// Up to this share of the limit nothing is held back.
    private static final double FREE = 0.5;

    private final int capacity;
    private final long windowMs;
    private long window = Long.MIN_VALUE;
    private int used;
    private long nextMs = Long.MIN_VALUE;
    private long closedUntilMs = Long.MIN_VALUE;

    /// @param capacity weight that a window takes, above 0
    /// @param windowMs how long it is, above 0
    public RequestBudget(int capacity, long windowMs) {
        if (capacity <= 0 || windowMs <= 0) {
            throw new IllegalArgumentException(
                    "a limit of " + capacity + " in " + windowMs + " ms is none");
        }
        this.capacity = capacity;
        this.windowMs = windowMs;
    }

    /// How it stands.
    ///
    /// @param used weight in the present window
    /// @param closedUntilMs when the venue may be asked again, in the past if it may now
    public record State(int used, int capacity, long closedUntilMs) {}

    /// How long to wait before a request may be sent; then ask again. 0 if it may be sent now.
    ///
    /// @param weight of the request, at most what its priority may use of a window
    /// @param nowMs by the venue's clock
    /// @throws IllegalArgumentException if the request is heavier than any window takes
    public long waitMs(int weight, RequestPriority priority, long nowMs) {
        int most = (int) (capacity * priority.share());
        if (weight > most) {
            throw new IllegalArgumentException(
                    "a request of weight "
                            + weight
                            + " never fits: "
                            + priority
                            + " may use "
                            + most
                            + " of "
                            + capacity);
        }
        turn(nowMs);
        if (nowMs < closedUntilMs) {
            return closedUntilMs - nowMs;
        }
        if (used + weight > most) {
            return (window + 1) * windowMs - nowMs;
        }
        boolean held = priority == RequestPriority.HISTORY && used + weight > capacity * FREE;
        return held ? Math.max(0, nextMs - nowMs) : 0;
    }

    /// A request was sent.
    public void sent(int weight, long nowMs) {
        turn(nowMs);
        used += weight;
        int left = (int) (capacity * RequestPriority.HISTORY.share()) - used;
        long time = (window + 1) * windowMs - nowMs;
        nextMs =
                used <= capacity * FREE || left <= 0
                        ? nowMs
                        : nowMs + time * weight / (left + weight);
    }

    /// What the venue has counted in the present window.
    public void reported(int venueUsed, long nowMs) {
        turn(nowMs);
        used = Math.max(used, venueUsed);
    }

    /// The same, of an answer to a request that was sent in an earlier window or in this one: an
    /// earlier window's count says nothing of this one.
    ///
    /// @param sentMs when the request was sent, by the venue's clock
    public void reported(int venueUsed, long sentMs, long nowMs) {
        if (Math.floorDiv(sentMs, windowMs) == Math.floorDiv(nowMs, windowMs)) {
            reported(venueUsed, nowMs);
        }
    }

    /// The venue has refused a request and does not want another one for some time.
    ///
    /// @param retryAfterMs how long, as it says; 0 if it does not, which is for the rest of the
    ///   window
    public void refused(long retryAfterMs, long nowMs) {
        turn(nowMs);
        if (retryAfterMs > 0) {
            closedUntilMs = Math.max(closedUntilMs, nowMs + retryAfterMs);
            return;
        }
        closedUntilMs = Math.max(closedUntilMs, (window + 1) * windowMs);
        used = capacity;
    }

    public State state(long nowMs) {
        turn(nowMs);
        return new State(used, capacity, closedUntilMs);
    }

    /// Begins a new window, if one has begun. A clock that goes back a little begins none; one that
    /// was wrong by windows, as before the venue's is known, is in another, and what was used may
    /// have been used in that.
    private void turn(long nowMs) {
        long now = Math.floorDiv(nowMs, windowMs);
        if (now > window) {
            used = 0;
        }
        if (now > window || now < window - 1) {
            window = now;
            nextMs = nowMs;
        }
    }
}
