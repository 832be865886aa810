package plumbline.engine.feed;

import java.util.function.Consumer;
import plumbline.engine.market.CandleSeries;

/// Candles that come block by block, oldest first: a series that is in memory, or the pages of a
/// store, of which only one need be in memory at a time.
@FunctionalInterface
public interface CandleBlocks {

    /// Hands over every block, one after the other, on the calling thread; times increase within a
    /// block and from block to block. What `sink` throws ends it and is thrown on.
    void forEach(Consumer<CandleSeries> sink);

    /// A series as one block.
    static CandleBlocks of(CandleSeries candles) {
        return sink -> sink.accept(candles);
    }
}
