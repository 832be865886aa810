package plumbline.engine.strategy;

/// What a strategy wants at each candle's close.
///
/// A pure function: the same question gets the same answer, in whatever order the questions come.
public interface Decisions {

    /// The wish at the close of candle `i`.
    ///
    /// @param exposure what is held at that moment
    Signal at(int i, PositionSide exposure);

    /// The first candle at or after `from` at which [#at] may answer something other than
    /// [Signal.Hold] while the exposure stays as it is; any number beyond the last candle if there
    /// is none. The engine does not ask about the candles before it, so a strategy that knows when
    /// it will speak next makes a run several times faster.
    default int next(int from, PositionSide exposure) {
        return from;
    }
}
