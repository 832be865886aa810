package plumbline.engine.feed.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.rows.ReadingLimits;

/// Cuts a text into blocks and reads their plain rows ahead, on all processors where the time of a
/// row does not depend on the rows before it. The blocks come out in the order of the text.
///
/// Not thread-safe: used by the one thread that reads the text.
final class RowBlocks {
    /// So many blocks are being read at most; more would not make it faster.
    private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();

    private final InputStream in;
    private final CsvLayout layout;
    private final TimeReader times;
    private final ReadingLimits limits;
    private final boolean atOnce;
    private final ArrayDeque<RowBlock> ahead = new ArrayDeque<>();
    private final ArrayDeque<RowBlock> free = new ArrayDeque<>();
    private RowBlock next;
    private boolean over;

    RowBlocks(InputStream in, CsvLayout layout, TimeReader times, ReadingLimits limits) {
        this.in = in;
        this.layout = layout;
        this.times = times;
        this.limits = limits;
        this.atOnce = layout.isPlain() && times.forOtherThread() != null;
        this.next = block();
    }

    /// A block whose lines are read; to be given back with [#done]. `null` if there is none: before
    /// the end of the text there is a line that does not fit into a block, see [#isOver].
    @Nullable RowBlock take() throws IOException {
        while (!over && ahead.size() < AHEAD && readBlock()) {}
        RowBlock first = ahead.poll();
        if (first != null) {
            help(first);
            first.join();
        }
        return first;
    }

    void done(RowBlock block) {
        free.add(block);
    }

    /// Whether the text was read to its end; what is left of it is in [#rest].
    boolean isOver() {
        return over;
    }

    /// What stands behind the last whole line, when there are no more blocks.
    RowBlock rest() {
        return next;
    }

    /// Passes over a line that is longer than a block.
    void skipLine() throws IOException {
        byte[] bytes = next.bytes();
        next.filled(0);
        for (int got = in.read(bytes, 0, RowBlock.SIZE);
                got >= 0;
                got = in.read(bytes, 0, RowBlock.SIZE)) {
            for (int i = 0; i < got; i++) {
                if (bytes[i] == '\n') {
                    System.arraycopy(bytes, i + 1, bytes, 0, got - i - 1);
                    next.filled(got - i - 1);
                    return;
                }
            }
        }
        over = true;
    }

    /// @return whether there was a whole line
    private boolean readBlock() throws IOException {
        RowBlock block = next;
        int filled = block.filled();
        filled += in.readNBytes(block.bytes(), filled, RowBlock.SIZE - filled);
        block.filled(filled);
        over = filled < RowBlock.SIZE;
        int whole = block.findWhole();
        if (whole == 0) {
            return false;
        }
        next = block();
        next.filled(filled - whole);
        System.arraycopy(block.bytes(), whole, next.bytes(), 0, filled - whole);
        ahead.add(block);
        block.reinitialize();
        if (atOnce) {
            block.fork();
        } else {
            block.invoke();
        }
        return true;
    }

    /// Reads the newest blocks here while another thread is at the oldest.
    private void help(RowBlock oldest) {
        for (Iterator<RowBlock> newest = ahead.descendingIterator();
                !oldest.isDone() && newest.hasNext(); ) {
            RowBlock block = newest.next();
            if (block.tryUnfork()) {
                block.invoke();
            }
        }
    }

    private RowBlock block() {
        RowBlock known = free.poll();
        if (known != null) {
            known.filled(0);
            return known;
        }
        TimeReader own = times.forOtherThread();
        return new RowBlock(
                layout.isPlain() ? new FastRowParser(layout, own == null ? times : own) : null,
                limits);
    }
}
