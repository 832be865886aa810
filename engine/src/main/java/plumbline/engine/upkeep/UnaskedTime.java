package plumbline.engine.upkeep;

import java.util.ArrayList;
import java.util.List;
import plumbline.engine.market.Coverage;
import plumbline.engine.market.Covered;
import plumbline.engine.market.Gap;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Tells gaps for which the source was asked from time for which nobody asked.
///
/// @param asked what was asked for, oldest first
record UnaskedTime(Timeframe timeframe, List<Covered> asked) {

    /// The faults with every gap, or part of one, that was not asked for as [Kind#UNASKED].
    List<Fault> toldApart(List<Fault> faults) {
        List<Fault> told = new ArrayList<>();
        for (Fault fault : faults) {
            if (fault.kind() == Kind.GAP) {
                addParts(fault, told);
            } else {
                told.add(fault);
            }
        }
        return told;
    }

    private void addParts(Fault gap, List<Fault> told) {
        long left = gap.candles();
        long from = gap.fromMs();
        for (TimeRange range : Coverage.missing(asked, new TimeRange(from, gap.toMs()))) {
            long never = Math.min(left, timeframe.opens(range));
            if (never == 0) {
                continue;
            }
            left -= addGap(new TimeRange(from, range.fromMs()), left - never, told);
            String text = SeriesCheck.missing(never) + ", never asked for";
            told.add(new Fault(Kind.UNASKED, range.fromMs(), range.toMs(), never, text));
            left -= never;
            from = range.toMs();
        }
        addGap(new TimeRange(from, gap.toMs()), left, told);
    }

    /// @param most as many are missing; weekends of a market that is closed then are not
    /// @return how many of them are in this part
    private long addGap(TimeRange part, long most, List<Fault> told) {
        long missing = Math.min(most, timeframe.opens(part));
        if (missing > 0) {
            told.add(SeriesCheck.fault(new Gap(part.fromMs(), part.toMs(), missing)));
        }
        return missing;
    }
}
