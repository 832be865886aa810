package plumbline.engine.upkeep;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Port: the log of who changed what. Entries are only ever added, and each carries a hash over
/// itself and the one before it, so that a change of any of them shows.
///
/// Threads: any thread but the FX thread; the calls block.
///
/// Errors: every method throws [plumbline.engine.market.StorageException] if the log cannot be
/// reached; what was added is on the disk when [#add] returns.
public interface AuditLog {
    /// Adds an entry.
    ///
    /// @param action what was done, for example `import`
    /// @param subject to what, for example `binance:BTC/USDT 1m`
    /// @param detail how, for people
    void add(String action, String subject, String detail);

    /// The newest entries, newest first.
    List<Entry> newest(int limit);

    /// The entries after that of a number, oldest first.
    List<Entry> after(long number);

    /// Reads the whole log and computes every hash again.
    Verdict verify();

    /// One entry.
    ///
    /// @param number counts from 1
    /// @param hash SHA-256 over the hash before it and this entry, 64 hex digits
    record Entry(
            long number, Instant at, String action, String subject, String detail, String hash) {
        /// For people: when in UTC, what, to what, how.
        public String text() {
            return time() + "  " + action + " " + subject + ": " + detail;
        }

        /// When, for people: UTC, to the second.
        public String time() {
            return at.truncatedTo(ChronoUnit.SECONDS)
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDateTime()
                    .toString()
                    .replace('T', ' ');
        }
    }

    /// What [#verify] found.
    ///
    /// @param broken the first entry that is not as it was written, if there is one
    record Verdict(long entries, Optional<Entry> broken) {}
}
