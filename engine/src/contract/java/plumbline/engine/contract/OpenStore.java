package plumbline.engine.contract;

import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.IssueRepository;

/// The ports of a store that is open.
///
/// @param closing closes it, once or more often
public record OpenStore(
        CandleRepository candles, IssueRepository issues, RunRepository runs, Runnable closing) {}
