package plumbline.storage.transaction;

import java.sql.Connection;
import java.sql.SQLException;

/// What is to be done in one transaction. It may be done again from the start if it was cut off, so
/// it keeps nothing from an earlier try.
@FunctionalInterface
public interface TransactionWork<T> {
    T on(Connection connection) throws SQLException;
}
