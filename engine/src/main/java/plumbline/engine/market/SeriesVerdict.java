package plumbline.engine.market;

import java.util.List;

/// What a check of a whole series found.
///
/// @param candles how many could be read
/// @param blocks how many stored blocks were compared with their checksums
/// @param faults oldest first; empty if all is well
/// @param notes what is no fault but should be known: when the market rests
public record SeriesVerdict(
        long candles, long blocks, List<SeriesCheck.Fault> faults, List<String> notes) {}
