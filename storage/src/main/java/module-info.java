/// Keeps market data and runs. Callers see [plumbline.storage.Stores] and the ports of the engine.
@org.jspecify.annotations.NullMarked
module plumbline.storage {
    requires transitive plumbline.engine;
    requires static transitive org.jspecify;
    requires com.h2database;
    requires flyway.core;
    requires java.sql;
    requires org.postgresql.jdbc;
    requires org.slf4j;

    exports plumbline.storage;
    exports plumbline.storage.h2 to
            com.h2database; // calls the table function
}
