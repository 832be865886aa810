package plumbline.storage.h2;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// Looks at a database file before it is opened for writing, without changing a byte: a damaged
/// file is never taken for an empty one, and nothing that Plumbline did not make gets to run.
final class OpeningCheck {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningCheck.class);
    private static final int SHOWN = 100;
    // H2 writes more than this once there are tables
    private static final long UNFINISHED = 16_384;

    private final H2File file;

    OpeningCheck(H2File file) {
        this.file = file;
    }

    /// What was found.
    ///
    /// @param isNew there is no file, or one whose making was broken off
    /// @param isLocked its users have passwords of a home
    /// @param warning what is not as it was though all can be read that it held; `null` if nothing
    record Found(boolean isNew, boolean isLocked, @Nullable String warning) {}

    /// @throws DamagedStoreException if the file is not what it was, or not a database
    /// @throws StorageException if it cannot be read, is a link, or holds what is not Plumbline's
    /// @throws SQLException if another program has it open
    Found look() throws SQLException {
        try {
            if (Files.isSymbolicLink(file.path())) {
                throw new StorageException(
                        file.path()
                                + " is a link; put the database itself there, or name the folder"
                                + " that it is in with --home");
            }
            if (Files.exists(file.making()) && Files.exists(file.path()) && hasNoTables()) {
                // nothing was promised to be in it
                Files.move(
                        file.path(),
                        file.path().resolveSibling(file.path().getFileName() + ".unfinished"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(file.path())) {
                for (Path left : List.of(file.sums(), file.written())) {
                    if (Files.exists(left)) {
                        throw new DamagedStoreException(
                                file.path()
                                        + " is gone, and "
                                        + left
                                        + " says that it was there; to begin anew remove that too"
                                        + DamagedStoreException.WHAT_TO_DO);
                    }
                }
            }
            if (!Files.exists(file.path())) {
                return new Found(true, false, null);
            }
            if (Files.size(file.path()) == 0) {
                throw new DamagedStoreException(
                        file.path() + " is empty" + DamagedStoreException.WHAT_TO_DO);
            }
        } catch (IOException e) {
            throw new StorageException("cannot look at " + file.path() + ": " + ErrorText.of(e), e);
        }
        return lookInto();
    }

    /// What is found in a file that was closed in order: looking at it leaves nothing to mend, and
    /// if bytes of it were changed since it is all the more left as it is. Where nobody can write,
    /// for want of the right or of room, that it can be read is enough.
    ///
    /// @return empty if it is to be opened for writing
    /// @throws StorageException as [#look]
    Optional<Found> lookIfClosed() {
        if (Files.exists(file.making()) || !Files.exists(file.path())) {
            return Optional.empty();
        }
        boolean inOrder = Files.exists(file.sums()) && !Files.exists(file.address());
        if (!inOrder && Files.isWritable(file.home()) && !DiskSpace.isNone(file.path())) {
            return Optional.empty();
        }
        try {
            return Optional.of(look()).filter(Found::isLocked);
        } catch (SQLException e) {
            LOG.debug("{} is opened for writing", file.path(), e);
            return Optional.empty(); // another program has it open
        }
    }

    private boolean hasNoTables() throws IOException {
        try {
            return Files.size(file.path()) == 0 || !StoredObjects.in(file.path()).hasTables();
        } catch (MVStoreException e) {
            return Files.size(file.path()) < UNFINISHED;
        }
    }

    private Found lookInto() throws SQLException {
        TruncationCheck.check(file.path());
        FileSums.Comparison sums = FileSums.compare(file);
        StoredObjects objects = objects();
        if (!objects.hasTables()) {
            throw new DamagedStoreException(
                    file.path()
                            + " has no tables any more: it is damaged"
                            + DamagedStoreException.WHAT_TO_DO);
        }
        requireOurs(objects);
        boolean locked = objects.has("CREATE USER IF NOT EXISTS \"" + DatabaseKey.USER + "\"");
        if (!sums.isKnown()) {
            return new Found(false, locked, requireLastWrite(locked));
        }
        FileSums.Differences differences = sums.differences();
        if (differences != null) {
            requireSame(differences, locked);
            return new Found(false, locked, differences.text());
        }
        return new Found(false, locked, null);
    }

    /// After a crash nothing is known of the bytes, but of what was promised to be on the disk.
    private @Nullable String requireLastWrite(boolean locked) {
        long promised = LastWrite.promised(file);
        if (promised == 0) {
            return null;
        }
        long held = heldWrite(locked);
        if (held >= promised) {
            return null;
        }
        String lost =
                file.path()
                        + " is damaged: what was written last is missing from it (write "
                        + (held + 1)
                        + (held + 1 == promised ? ")" : " to " + promised + ")");
        if (file.content() == H2File.Content.MARKET) {
            throw new DamagedStoreException(lost + DamagedStoreException.WHAT_TO_DO);
        }
        return lost;
    }

    private long heldWrite(boolean locked) {
        try (Connection connection = H2Connections.look(file, locked)) {
            return LastWrite.in(connection);
        } catch (SQLException e) {
            throw new DamagedStoreException(
                    file.path()
                            + " cannot be read any more ("
                            + H2Errors.message(e)
                            + ")"
                            + DamagedStoreException.WHAT_TO_DO,
                    e);
        }
    }

    private StoredObjects objects() throws SQLException {
        try {
            return StoredObjects.in(file.path());
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new SQLException(ErrorText.of(e), null, ErrorCode.DATABASE_ALREADY_OPEN_1, e);
            }
            throw new DamagedStoreException(
                    file.path()
                            + " is damaged or not a database ("
                            + ErrorText.of(e).replaceAll(" \\[[^\\]]*]$", "")
                            + ")"
                            + DamagedStoreException.WHAT_TO_DO,
                    e);
        }
    }

    private void requireOurs(StoredObjects objects) {
        List<String> foreign = objects.otherThan(known());
        if (!foreign.isEmpty()) {
            String first = foreign.getFirst();
            throw new StorageException(
                    file.path()
                            + " holds what Plumbline did not make and does not run: "
                            + first.substring(0, Math.min(SHOWN, first.length()))
                            + (foreign.size() > 1 ? ", and " + (foreign.size() - 1) + " more" : "")
                            + "; take it out with the program that put it there, or move the file"
                            + " away; nothing was changed");
        }
    }

    /// The statements of every version of the tables, one a line.
    private Set<String> known() {
        String name = "objects-" + file.content().name().toLowerCase(Locale.ROOT) + ".txt";
        InputStream in = OpeningCheck.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("there is no " + name + " in this program");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toSet());
        } catch (IOException e) {
            throw new StorageException("cannot read " + name + ": " + ErrorText.of(e), e);
        }
    }

    /// Where bytes differ, all that can be seen must be as it was; chunks of candles have checksums
    /// of their own.
    private void requireSame(FileSums.Differences differences, boolean locked) {
        String found;
        try (Connection connection = H2Connections.look(file, locked)) {
            found = Contents.of(connection);
        } catch (SQLException e) {
            throw new DamagedStoreException(
                    differences.text()
                            + ", and it cannot be read any more"
                            + DamagedStoreException.WHAT_TO_DO,
                    e);
        }
        // an entry of a journal is protected by the hash of the one after it: who looks can tell
        // which was changed
        if (!found.equals(differences.contents()) && file.content() == H2File.Content.MARKET) {
            throw new DamagedStoreException(
                    differences.text()
                            + ", and it does not hold what it did"
                            + DamagedStoreException.WHAT_TO_DO);
        }
    }
}
