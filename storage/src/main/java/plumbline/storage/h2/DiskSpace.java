package plumbline.storage.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// Room on the disk, looked at before much is written.
final class DiskSpace {
    // decimal prices and volumes take eight
    private static final long BYTES_PER_CANDLE = 10;
    // old and new chunks are in the file together for a while
    private static final long TIMES = 2;
    private static final long RESERVE = 16L << 20;

    private static final long HARDLY_ANY = 1L << 20;

    private DiskSpace() {}

    /// Whether hardly anything more can be written; `false` if that cannot be found out.
    static boolean isNone(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() < HARDLY_ANY;
        } catch (IOException e) {
            return false; // the failure that is being looked into says what is wrong
        }
    }

    /// @throws StorageException if there may not be room for so many candles
    static void require(Path file, SeriesKey key, int candles) {
        long needed = candles * BYTES_PER_CANDLE * TIMES + RESERVE;
        long free;
        try {
            free = Files.getFileStore(file).getUsableSpace();
        } catch (IOException e) {
            throw new StorageException(
                    "cannot store " + key + ": " + file + ": " + ErrorText.of(e), e);
        }
        if (free < needed) {
            throw new StorageException(
                    "cannot store "
                            + key
                            + ": the disk that holds "
                            + file
                            + " has "
                            + (free >> 20)
                            + " MB left, "
                            + candles
                            + " candles need "
                            + (needed >> 20)
                            + " MB; make room and try again; nothing was changed");
        }
    }
}
