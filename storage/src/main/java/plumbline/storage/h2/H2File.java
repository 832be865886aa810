package plumbline.storage.h2;

import java.nio.file.Path;

/// Which database of a home folder, and how careful it is with what is written.
///
/// @param path the database file, absolute
/// @param settings of H2, each with a semicolon before it
/// @param flush the statement that brings what was committed to the disk
record H2File(Path path, String settings, String flush) {
    private static final String SUFFIX = ".mv.db";
    // prepared statements are kept: a batch of many markets uses the same few again and again;
    // pages in memory take 64 MB of a gigabyte, in a small heap less than H2's own least, 16 MB
    private static final String SHARED =
            ";AUTO_SERVER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000;TRACE_LEVEL_FILE=0"
                    + ";QUERY_CACHE_SIZE=64;CACHE_SIZE="
                    + Runtime.getRuntime().maxMemory() / 16 / 1024;

    /// Candles and runs: what is lost in a power failure can be fetched or made again.
    static H2File market(Path home) {
        return new H2File(home.resolve("market" + SUFFIX), SHARED, "CHECKPOINT");
    }

    /// What cannot be had again from anywhere: every commit is on the disk before it is answered.
    static H2File journal(Path home) {
        return new H2File(
                home.resolve("journal" + SUFFIX), SHARED + ";WRITE_DELAY=0", "CHECKPOINT SYNC");
    }

    /// Copies of what a server keeps, to have it quickly.
    ///
    /// @param server a short name of the server for a file's name
    static H2File cache(Path home, String server) {
        return new H2File(home.resolve("cache-" + server + SUFFIX), SHARED, "CHECKPOINT");
    }

    /// A copy that is looked at and stays as it is, byte for byte.
    static H2File copy(Path file) {
        // the delay of -1 is kept in the file: without another the copy would stay open
        return new H2File(
                file, ";ACCESS_MODE_DATA=r;DB_CLOSE_DELAY=0;TRACE_LEVEL_FILE=0", "CHECKPOINT");
    }

    /// The file's name without its ending, as H2 wants it.
    String name() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    String url() {
        // async: its channels survive an interrupt, should one ever reach them
        return "jdbc:h2:async:" + path.resolveSibling(name()) + settings;
    }

    boolean isCopy() {
        return !settings.contains("AUTO_SERVER");
    }

    /// What processes lock while they open the database.
    Path turn() {
        return path.resolveSibling(name() + ".opening");
    }

    /// The checksums of the closed file.
    Path sums() {
        return path.resolveSibling(name() + ".sums");
    }
}
