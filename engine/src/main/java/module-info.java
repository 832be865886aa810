/// Everything that decides: no JavaFX, no SQL.
@org.jspecify.annotations.NullMarked
module plumbline.engine {
    requires static transitive org.jspecify;

    exports plumbline.engine.analytics;
    exports plumbline.engine.backtest;
    exports plumbline.engine.feed;
    exports plumbline.engine.indicator;
    exports plumbline.engine.market;
    exports plumbline.engine.portfolio;
    exports plumbline.engine.strategy;
    exports plumbline.engine.strategy.library;
    exports plumbline.engine.text;
}
