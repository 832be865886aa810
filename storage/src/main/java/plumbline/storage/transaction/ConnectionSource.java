package plumbline.storage.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import plumbline.engine.market.StorageException;

/// Where the connections of a [TransactionRunner] come from, and what their errors mean.
public interface ConnectionSource {
    /// A new connection.
    Connection open() throws SQLException;

    /// Whether work may be done once more when it is not known if its commit was: if it would only
    /// write the same again.
    boolean mayRepeatCommit();

    /// For how long the same work is done again after this failure, in nanoseconds from its first
    /// try: 0 if that cannot help.
    long patienceNanos(SQLException failure);

    /// The failure in words for people.
    ///
    /// @param doing what was tried, for example `store binance:BTC/USDT 1m`
    StorageException explain(String doing, SQLException failure);
}
