package plumbline.engine.feed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plumbline.engine.feed.rows.RowFaults;

/// What cannot be used of files: all of it is counted, and the first of it is kept. A small archive
/// can unpack to more faults than there is memory.
///
/// Not thread-safe.
final class Faults {
    /// So many are kept.
    static final int KEPT = 1000;

    /// Of so many, and of more than can be used, nobody wants the rest.
    static final long ENOUGH = 1_000_000;

    /// So many rows without a single one that can be used are no candles.
    static final long ENOUGH_OF_NOTHING = 20_000;

    private final List<FileFault> first = new ArrayList<>();
    private long count;
    private boolean refused;

    /// A file that is not what it seems: leaving rows out is no way to use it.
    void refuse(FileFault fault) {
        add(fault);
        refused = true;
    }

    /// Whether a file was refused as a whole.
    boolean haveRefused() {
        return refused;
    }

    void add(FileFault fault) {
        count++;
        if (first.size() < KEPT) {
            first.add(fault);
        }
    }

    /// Those of one file.
    RowFaults of(Path file) {
        return new RowFaults() {
            @Override
            public void add(long line, int column, String message) {
                Faults.this.add(new FileFault(file, line, column, message));
            }

            @Override
            public boolean isEmpty() {
                return Faults.this.isEmpty();
            }

            @Override
            public boolean areEnough(int usable) {
                return Faults.this.areEnough(usable);
            }
        };
    }

    void addAll(Faults others) {
        others.first.forEach(this::add);
        count += others.count - others.first.size();
        refused |= others.refused;
    }

    /// Forgets all.
    void clear() {
        first.clear();
        count = 0;
        refused = false;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// How many there were.
    long count() {
        return count;
    }

    /// The first of them.
    List<FileFault> first() {
        return List.copyOf(first);
    }

    /// Whether it is no use reading on.
    ///
    /// @param usable rows so far
    boolean areEnough(int usable) {
        return count >= ENOUGH && count > usable || count >= ENOUGH_OF_NOTHING && usable == 0;
    }
}
