package plumbline.engine.feed;

import java.io.IOException;
import plumbline.engine.market.CandleSeries;

/// Writes candles in one format. What is written is complete after [#finish].
///
/// Not thread-safe.
interface CandleWriter {

    /// Adds the candles `from` to `to` (exclusive) of a block.
    void add(CandleSeries block, int from, int to) throws IOException;

    void finish() throws IOException;
}
