package plumbline.storage;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.StorageException;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.Backups;
import plumbline.engine.upkeep.LastVerify;
import plumbline.engine.upkeep.Progress;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.storage.backup.H2Backups;
import plumbline.storage.backup.Restore;
import plumbline.storage.h2.DamagedStoreException;
import plumbline.storage.h2.H2Database;
import plumbline.storage.journal.SqlAuditLog;
import plumbline.storage.migration.Schema;

/// The stores of one home folder, open until they are closed. Several programs may have the same
/// home open at once.
///
/// Threads: any thread but the FX thread; the calls block. A caller may be interrupted: the call
/// still ends as it would have, and the caller's interrupt is there when it returns.
public final class Stores implements AutoCloseable {
    private static final String CHANGED = "changed";
    private static final int LOOKED_AT = 500;

    private final H2Database journal;
    private final MarketStore market;
    private final AuditLog audit;
    private final @Nullable Backups backups;
    private final @Nullable Recovery recovery;

    private Stores(
            H2Database journal,
            MarketStore market,
            @Nullable Backups backups,
            @Nullable Recovery recovery) {
        this.journal = journal;
        this.market = market;
        this.audit = new SqlAuditLog(journal);
        this.backups = backups;
        this.recovery = recovery;
    }

    /// Opens the stores of a home folder; makes the folder and the databases if there are none. A
    /// database of candles that does not open is moved aside and the newest backup takes its place,
    /// if there is one.
    ///
    /// @throws StorageException if the folder cannot be used or a database not be opened, is
    ///   damaged without a backup, or of a newer version; what is in the folder is as it was
    public static Stores open(Path home, InstantSource clock) {
        return open(home, clock, true);
    }

    /// The same for those who write but restore nothing.
    ///
    /// @throws StorageException as [#open]; nothing is moved or restored
    public static Stores openAsItIs(Path home, InstantSource clock) {
        return open(home, clock, false);
    }

    private static Stores open(Path home, InstantSource clock, boolean mayRestore) {
        Path folder = HomeFolder.prepare(home);
        H2Database journal = opened(H2Database.journal(folder), Schema.JOURNAL);
        try {
            H2Database market;
            Recovery recovery = null;
            try {
                market = opened(H2Database.market(folder), Schema.MARKET);
            } catch (DamagedStoreException e) {
                if (!mayRestore) {
                    throw e;
                }
                recovery = recovered(folder, journal, clock, e);
                market = opened(H2Database.market(folder), Schema.MARKET);
            }
            Stores stores = home(folder, journal, market, clock, recovery);
            stores.noteChanges();
            return stores;
        } catch (StorageException e) {
            journal.close();
            throw e;
        }
    }

    /// The same for those who only look. Where nobody writes and all was closed in order, the
    /// databases stay as they are, byte for byte, and nobody can write to them meanwhile.
    ///
    /// @throws StorageException as [#open]; nothing is moved or restored
    public static Stores look(Path home, InstantSource clock) {
        Path folder = HomeFolder.look(home);
        H2Database journal =
                looked(H2Database.journalToRead(folder), Schema.JOURNAL)
                        .orElseGet(() -> opened(H2Database.journal(folder), Schema.JOURNAL));
        try {
            H2Database market =
                    looked(H2Database.marketToRead(folder), Schema.MARKET)
                            .orElseGet(() -> opened(H2Database.market(folder), Schema.MARKET));
            return home(folder, journal, market, clock, null);
        } catch (StorageException e) {
            journal.close();
            throw e;
        }
    }

    /// What was changed while nobody had it open cannot be seen any more once it is written to, so
    /// it goes into the log.
    private void noteChanges() {
        StoreFacts facts = market.facts();
        facts.warnings().forEach(warning -> audit.add(CHANGED, facts.place(), warning));
        journal.warning().ifPresent(warning -> audit.add(CHANGED, journal.name(), warning));
    }

    /// The same for those who ask later, until everything was checked.
    private Optional<String> unverified() {
        for (AuditLog.Entry entry : audit.newest(LOOKED_AT)) {
            if (entry.action().equals(LastVerify.ACTION)) {
                return Optional.empty();
            }
            if (entry.action().equals(CHANGED)) {
                return Optional.of(
                        entry.detail() + " (found " + entry.time() + " UTC, not verified since)");
            }
        }
        return Optional.empty();
    }

    private static Optional<H2Database> looked(Optional<H2Database> database, Schema schema) {
        try {
            if (database.isEmpty() || schema.isCurrent(database.get())) {
                return database;
            }
            database.get().close();
            return Optional.empty();
        } catch (StorageException e) {
            database.get().close();
            throw e;
        }
    }

    private static Stores home(
            Path folder,
            H2Database journal,
            H2Database market,
            InstantSource clock,
            @Nullable Recovery recovery) {
        Backups backups = new H2Backups(folder, List.of(market, journal), clock);
        return new Stores(journal, new H2MarketStore(market), backups, recovery);
    }

    /// Opens the stores of a home whose candles and runs are on a server.
    ///
    /// @throws StorageException if the folder cannot be used, or the server not be reached or
    ///   refuses
    public static Stores open(Path home, ServerAddress server) {
        Path folder = HomeFolder.prepare(home);
        H2Database journal = opened(H2Database.journal(folder), Schema.JOURNAL);
        try {
            return new Stores(journal, ServerMarketStore.open(folder, server), null, null);
        } catch (StorageException e) {
            journal.close();
            throw e;
        }
    }

    /// Whether a home has copies of what is on a server.
    public static boolean hasCopies(Path home, ServerAddress server) {
        return ServerMarketStore.hasCopies(home, server);
    }

    /// Throws away copies of what is on a server. No program may have them open.
    public static void discardCopies(Path home, ServerAddress server) {
        ServerMarketStore.discardCopies(home, server);
    }

    static H2Database opened(H2Database database, Schema schema) {
        try {
            schema.bringUpToDate(database);
            return database;
        } catch (StorageException e) {
            database.close();
            throw e;
        }
    }

    private static Recovery recovered(
            Path home, H2Database journal, InstantSource clock, DamagedStoreException damage) {
        Optional<Restore.Restored> restored;
        try {
            restored = new Restore(home, clock).newest((_, _, _) -> {});
        } catch (StorageException e) {
            damage.addSuppressed(e);
            throw damage;
        }
        if (restored.isEmpty()) {
            throw damage;
        }
        Path backup = restored.get().backup();
        Path movedTo = restored.get().movedTo().orElse(home);
        AuditLog audit = new SqlAuditLog(journal);
        List<String> since =
                HomeRestore.since(audit, restored.get().auditEntries()).stream()
                        .map(e -> e.action() + " " + e.subject() + " " + e.detail())
                        .toList();
        audit.add("restore", movedTo.toString(), "by itself, from " + backup);
        return new Recovery(String.valueOf(damage.getMessage()), movedTo, backup, since);
    }

    /// Puts the database of candles of a backup in the place of the present one, which is moved
    /// aside. The journal stays as it is.
    ///
    /// @param backup a file, or `null` for the newest of the home that can be restored
    /// @throws StorageException if a program has the home open, or the backup cannot be used;
    ///   nothing was changed then
    public static Restored restore(
            Path home, @Nullable Path backup, InstantSource clock, Progress progress) {
        return new HomeRestore(home, clock).restore(backup, progress);
    }

    /// The backups of a home that may not be open, newest first.
    public static List<Backup> backups(Path home) {
        return H2Backups.list(home.toAbsolutePath().normalize());
    }

    /// Checks the audit log of a home whose store need not open.
    ///
    /// @throws StorageException if the log cannot be opened
    public static AuditLog.Verdict verifyAudit(Path home) {
        try (Journal journal = Journal.open(home)) {
            return journal.audit().verify();
        }
    }

    public CandleRepository candles() {
        return market.candles();
    }

    /// The ledger of faults.
    public IssueRepository issues() {
        return market.issues();
    }

    public RunRepository runs() {
        return market.runs();
    }

    /// Who changed what.
    public AuditLog audit() {
        return audit;
    }

    /// The home's backups; empty if the candles are on a server, whose administrator makes them.
    public Optional<Backups> backups() {
        return Optional.ofNullable(backups);
    }

    /// What was done because the database of candles did not open, if that was so.
    public Optional<Recovery> recovery() {
        return Optional.ofNullable(recovery);
    }

    /// What this store is and what it lacks.
    public StoreFacts facts() {
        StoreFacts facts = market.facts();
        List<String> warnings = new ArrayList<>(facts.warnings());
        journal.warning().ifPresent(warnings::add);
        if (warnings.isEmpty()) {
            unverified().ifPresent(warnings::add);
        }
        return new StoreFacts(
                facts.kind(),
                facts.place(),
                facts.bytes(),
                facts.freeBytes(),
                facts.lacking(),
                warnings);
    }

    /// Finishes what was begun and closes. Another program that has the same home open goes on.
    /// Closing again does nothing.
    @Override
    public void close() {
        try {
            market.close();
        } finally {
            journal.close();
        }
    }
}
