package plumbline.storage.timescale;

import java.time.Instant;

/// Times as PostgreSQL has them.
final class ServerTime {
    /// Microseconds from the epoch to 2000-01-01, where PostgreSQL counts from.
    private static final long EPOCH = 946_684_800_000_000L;

    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private ServerTime() {}

    /// As a literal; what is beyond the years 1 to 9999 is their end.
    static String literal(long timeMs) {
        long within = Math.clamp(timeMs, FIRST, LAST);
        return "TIMESTAMPTZ '" + Instant.ofEpochMilli(within) + "'";
    }

    /// As in the binary form of COPY.
    static long toBinary(long timeMs) {
        return timeMs * 1000 - EPOCH;
    }

    static long fromBinary(long micros) {
        return Math.floorDiv(micros + EPOCH, 1000L);
    }
}
