package plumbline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import plumbline.engine.market.CandleSeries;

/// The limit: candles as plain columns in a file that is mapped into memory, copied into arrays.
/// Nothing is packed, checked or looked up.
final class MappedCandles implements AutoCloseable {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment file;
    private final int size;

    MappedCandles(CandleSeries candles, Path path) {
        size = candles.size();
        try (FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            file = channel.map(FileChannel.MapMode.READ_WRITE, 0, 48L * size, arena);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MemorySegment.copy(candles.openTime(), 0, file, LONG, 0, size);
        double[][] columns = {
            candles.open(), candles.high(), candles.low(), candles.close(), candles.volume()
        };
        for (int c = 0; c < columns.length; c++) {
            MemorySegment.copy(columns[c], 0, file, DOUBLE, column(c + 1), size);
        }
    }

    private long column(int c) {
        return 8L * size * c;
    }

    /// Candles `from` to before `to`, in new arrays.
    double[][] read(int from, int to, long[] time) {
        MemorySegment.copy(file, LONG, 8L * from, time, 0, to - from);
        double[][] columns = new double[5][to - from];
        for (int c = 0; c < columns.length; c++) {
            MemorySegment.copy(file, DOUBLE, column(c + 1) + 8L * from, columns[c], 0, to - from);
        }
        return columns;
    }

    @Override
    public void close() {
        arena.close();
    }
}
