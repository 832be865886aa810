package plumbline.storage;

import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.upkeep.StoreFacts;

/// Where candles and runs are kept: in the home folder, or on a server.
interface MarketStore extends AutoCloseable {
    CandleRepository candles();

    IssueRepository issues();

    RunRepository runs();

    StoreFacts facts();

    @Override
    void close();
}
