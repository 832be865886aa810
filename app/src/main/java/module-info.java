/// Starts: main, command line, wiring, lifecycle. The only module that sees all others.
@org.jspecify.annotations.NullMarked
module plumbline.app {
    requires plumbline.engine;
    requires plumbline.resources;
    requires plumbline.simulator;
    requires plumbline.storage;
    requires plumbline.ui;
    requires static transitive org.jspecify;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires info.picocli;
    requires org.slf4j;

    opens plumbline.app.cli to
            info.picocli;
}
