package plumbline.engine.market;

import java.time.Instant;

/// A span of time for which a source was asked for the candles of a series.
///
/// @param askedAt when it was last asked
public record Covered(TimeRange range, String source, Instant askedAt) {}
