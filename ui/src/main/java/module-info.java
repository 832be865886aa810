/// Shows things: JavaFX views and view models. Knows the engine, never the storage.
@org.jspecify.annotations.NullMarked
module plumbline.ui {
    requires transitive plumbline.engine;
    requires plumbline.resources;
    requires java.management;
    requires static transitive org.jspecify;
    requires transitive javafx.controls;
    requires atlantafx.base;
    requires bento.fx;
    requires io.fair_acc.chartfx;
    requires io.fair_acc.dataset;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;
    requires tools.jackson.databind;

    exports plumbline.ui.action;
    exports plumbline.ui.backtest;
    exports plumbline.ui.data;
    exports plumbline.ui.error;
    exports plumbline.ui.exchange;
    exports plumbline.ui.fx;
    exports plumbline.ui.health;
    exports plumbline.ui.job;
    exports plumbline.ui.settings;
    exports plumbline.ui.shell;
    exports plumbline.ui.start;
    exports plumbline.ui.text;
    exports plumbline.ui.workspace;
}
