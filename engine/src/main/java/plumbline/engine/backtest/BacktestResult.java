package plumbline.engine.backtest;

import java.util.List;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.portfolio.Trade;

/// What one run did.
///
/// @param trades in the order of their exits; what was open at the end is closed at the last close
/// @param equity at each candle's close; ends at the candle of ruin if there was one
/// @param ambiguousCandles candles that touched the exits on both sides of the position, where the
///   one against it was taken to come first
/// @param unfilledEntries entries for which the equity did not cover a single unit
/// @param ruined whether the run ended because all equity was lost
/// @param writtenOff what was owed beyond zero then: starting cash, profits and this are the final
///   equity
public record BacktestResult(
        List<Trade> trades,
        EquityCurve equity,
        int ambiguousCandles,
        int unfilledEntries,
        boolean ruined,
        double writtenOff) {}
