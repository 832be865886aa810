package plumbline.simulator.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import plumbline.engine.market.Timeframe;

/// What a market of a pack is read from.
///
/// @param venues that have it, by the names of their addresses
/// @param base what is traded
/// @param quote what is paid for it
/// @param timeframe of the candles; empty to be told from the rows
/// @param tick decimals of prices; empty for those that the candles have
/// @param lot decimals of quantities, likewise
/// @param files of candles, and folders of them
record PackSource(
        List<String> venues,
        String symbol,
        String base,
        String quote,
        Optional<Timeframe> timeframe,
        Optional<Integer> tick,
        Optional<Integer> lot,
        List<Path> files) {}
