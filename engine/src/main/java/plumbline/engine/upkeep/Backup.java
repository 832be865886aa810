package plumbline.engine.upkeep;

import java.nio.file.Path;
import java.time.Instant;

/// A copy of a home's databases in one file. It counts: it was restored and every candle in it
/// checked before it got its name.
///
/// @param bytes size of the file
public record Backup(Path file, Instant madeAt, long bytes) {}
