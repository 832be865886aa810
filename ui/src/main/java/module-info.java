/// Shows things: JavaFX views and view models. Knows the engine, never the storage.
@org.jspecify.annotations.NullMarked
module plumbline.ui {
    requires transitive plumbline.engine;
    requires plumbline.resources;
    requires static transitive org.jspecify;
    requires transitive javafx.controls;
    requires atlantafx.base;
    requires io.fair_acc.chartfx;
    requires io.fair_acc.dataset;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;

    exports plumbline.ui.action;
    exports plumbline.ui.backtest;
    exports plumbline.ui.data;
    exports plumbline.ui.fx;
    exports plumbline.ui.shell;
    exports plumbline.ui.text;
}
