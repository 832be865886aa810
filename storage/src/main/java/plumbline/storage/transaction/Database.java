package plumbline.storage.transaction;

/// A database that is open until it is closed. One thread writes, some read; a reader sees the
/// database as it was when it began, whatever is written meanwhile.
///
/// Threads: any thread; the calls block, and an interrupt of the caller does not reach the
/// database.
public interface Database extends AutoCloseable {
    /// What it is called in messages: a file, or a server's address.
    String name();

    /// Does work that changes nothing.
    ///
    /// @param doing for messages, for example `load binance:BTC/USDT 1m`
    /// @throws plumbline.engine.market.StorageException if it cannot be done
    <T> T read(String doing, TransactionWork<T> work);

    /// Does work in one transaction: all of it, or nothing. What was written when this returns
    /// survives the end of the process, however that comes.
    ///
    /// @param doing for messages, for example `store binance:BTC/USDT 1m`
    /// @throws plumbline.engine.market.StorageException if it cannot be done; nothing was changed
    ///   then
    <T> T write(String doing, TransactionWork<T> work);

    /// Like [#write], but the process may end within half a second after this returns and take what
    /// was written with it.
    <T> T writeSoon(String doing, TransactionWork<T> work);

    @Override
    void close();
}
