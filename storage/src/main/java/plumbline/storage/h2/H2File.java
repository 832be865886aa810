package plumbline.storage.h2;

import java.nio.file.Path;
import java.util.List;

/// Which database of a home folder, and how careful it is with what is written.
///
/// @param path the database file, absolute
/// @param content what it holds, or may hold
/// @param access who uses it
/// @param settings of the database, each with a semicolon before it: an administrator's business
record H2File(Path path, Content content, Access access, String settings) {
    private static final String SUFFIX = ".mv.db";
    // pages in memory take 64 MB of a gigabyte, in a small heap less than H2's own least, 16 MB
    private static final String SHARED =
            ";DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=0;CACHE_SIZE="
                    + Runtime.getRuntime().maxMemory() / 16 / 1024;
    // prepared statements are kept: a batch of many markets uses the same few again and again
    private static final String SESSION = ";AUTO_SERVER=TRUE;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=64";
    // the delay of -1 is kept in the file: without another a copy would stay open
    private static final String READ_ONLY =
            ";ACCESS_MODE_DATA=r;DB_CLOSE_DELAY=0;TRACE_LEVEL_FILE=0";

    /// Who uses the file, and how.
    enum Access {
        /// Several programs read and write.
        SHARED,
        /// A database of a home that is looked at and stays as it is, byte for byte.
        LOOK,
        /// The same of a copy, which has no passwords.
        COPY
    }

    /// The kinds of databases.
    enum Content {
        /// Candles and runs; what was written last can be written again without harm.
        MARKET,
        /// What may be written once only.
        JOURNAL
    }

    /// Candles and runs: what is lost in a power failure can be fetched or made again.
    static H2File market(Path home) {
        return new H2File(home.resolve("market" + SUFFIX), Content.MARKET, Access.SHARED, SHARED);
    }

    /// What cannot be had again from anywhere: every commit is on the disk before it is answered.
    static H2File journal(Path home) {
        return new H2File(
                home.resolve("journal" + SUFFIX),
                Content.JOURNAL,
                Access.SHARED,
                SHARED + ";WRITE_DELAY=0");
    }

    /// Copies of what a server keeps, to have it quickly.
    ///
    /// @param server a short name of the server for a file's name
    static H2File cache(Path home, String server) {
        return new H2File(
                home.resolve("cache-" + server + SUFFIX), Content.MARKET, Access.SHARED, SHARED);
    }

    /// A copy that is looked at and stays as it is, byte for byte.
    static H2File copy(Path file, Content content) {
        return new H2File(file, content, Access.COPY, READ_ONLY);
    }

    /// The same file, looked at only.
    H2File readOnly() {
        return new H2File(path, content, Access.LOOK, READ_ONLY);
    }

    /// The file's name without its ending, as H2 wants it.
    String name() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /// For an administrator, whose first connection sets the database up.
    String administratorUrl() {
        return (isReadOnly() ? base() : userUrl()) + settings;
    }

    String userUrl() {
        return base() + SESSION;
    }

    private String base() {
        // async: its channels survive an interrupt, should one ever reach them
        return "jdbc:h2:async:" + path.resolveSibling(name());
    }

    boolean isReadOnly() {
        return access != Access.SHARED;
    }

    /// The database and what stands beside it.
    List<Path> all() {
        return List.of(path, turn(), host(), making(), address(), sums(), written());
    }

    Path home() {
        return path.resolveSibling("");
    }

    /// What processes lock while they open the database.
    Path turn() {
        return path.resolveSibling(name() + ".opening");
    }

    /// What the process locks that has the database open and serves the others.
    Path host() {
        return path.resolveSibling(name() + ".host");
    }

    /// There while the first tables are made: a file without tables that has none beside it has
    /// lost them.
    Path making() {
        return path.resolveSibling(name() + ".making");
    }

    /// Where H2 writes down the address of the process that serves the others.
    Path address() {
        return path.resolveSibling(name() + ".lock.db");
    }

    /// The number of the last write that is on the disk.
    Path written() {
        return path.resolveSibling(name() + ".written");
    }

    /// The checksums of the closed file.
    Path sums() {
        return path.resolveSibling(name() + ".sums");
    }
}
