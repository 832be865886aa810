package plumbline.simulator.market;

import java.util.function.LongFunction;

/// Where the days of a market come from, and how its trades are numbered: gapless from 0.
///
/// Threads: any thread.
sealed interface Days permits DrawnDays, CandleDays {

    /// Computes a day, numbered since 1970.
    DayBlock day(long number);

    /// When there is nothing any more, epoch milliseconds UTC.
    long endMs();

    /// Whether there is a candle in a range.
    ///
    /// @param known gives days, which it may have computed before
    boolean hasAny(long fromMs, long toMs, LongFunction<DayBlock> known);

    /// Trades before a day.
    long tradesBefore(long day);

    /// The day of a trade.
    long dayOf(long trade);

    /// Single trades before a trade.
    long singlesBefore(long trade);

    /// The trade that a single trade belongs to, or the one before it.
    long tradeOf(long single);

    /// What the market should cost by what it is derived from, in quote.
    double indexAt(long timeMs);

    /// What the market should cost, in quote.
    double markAt(long timeMs);
}
