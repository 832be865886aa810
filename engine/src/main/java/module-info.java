/// Everything that decides: no JavaFX, no SQL.
@org.jspecify.annotations.NullMarked
module plumbline.engine {
    requires static transitive org.jspecify;
    requires com.github.luben.zstd_jni; // needed by Hardwood, which is automatic and cannot say so
    requires dev.hardwood.core;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core;
    requires io.pebbletemplates;
    requires java.desktop;
    requires okhttp3;
    requires openhtmltopdf.core; // named after its file, see docs/decisions/0002
    requires openhtmltopdf.pdfbox;
    requires org.apache.commons.logging; // needed by PDFBox, which is automatic and cannot say so
    requires org.apache.pdfbox;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    exports plumbline.engine.analytics;
    exports plumbline.engine.backtest;
    exports plumbline.engine.config;
    exports plumbline.engine.exchange;
    exports plumbline.engine.exchange.binance;
    exports plumbline.engine.exchange.coinbase;
    exports plumbline.engine.exchange.drift;
    exports plumbline.engine.exchange.history;
    exports plumbline.engine.exchange.http;
    exports plumbline.engine.exchange.kraken;
    exports plumbline.engine.exchange.resilience;
    exports plumbline.engine.exchange.signing;
    exports plumbline.engine.exchange.symbol;
    exports plumbline.engine.feed;
    exports plumbline.engine.indicator;
    exports plumbline.engine.instrument;
    exports plumbline.engine.io;
    exports plumbline.engine.market;
    exports plumbline.engine.portfolio;
    exports plumbline.engine.report;
    exports plumbline.engine.strategy;
    exports plumbline.engine.strategy.library;
    exports plumbline.engine.text;
    exports plumbline.engine.upkeep;
}
