package plumbline.engine.feed.json;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which rows of a JSON stand in which of its lists, told by the names of the objects around them:
/// `bars/AAPL` and `bars/TSLA` are lists of two symbols.
///
/// One instance for one text.
final class RowLists {
    private final List<String> path = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();
    private int rows;
    private int ended;
    private int header;

    /// Rows of one list, as bytes from `from` to `to`.
    private record Slice(List<String> path, int from, int to) {}

    /// A member with a list or an object begins.
    void enter(String member) {
        path.add(member);
    }

    /// It ends.
    ///
    /// @param size of what was written so far
    void leave(int size) {
        if (rows > 0) {
            slices.add(new Slice(List.copyOf(path), Math.max(ended, header), size));
            rows = 0;
        }
        ended = size;
        path.removeLast();
    }

    /// The header was written.
    void headerEnds(int size) {
        header = size;
    }

    void row() {
        rows++;
    }

    /// What tells the lists apart, empty if there is but one.
    List<String> symbols() {
        return slices.size() < 2
                ? List.of()
                : slices.stream().map(this::symbol).distinct().toList();
    }

    private String symbol(Slice slice) {
        int at = 0;
        while (at < slice.path.size() - 1 && isCommon(at)) {
            at++;
        }
        return slice.path.get(at);
    }

    private boolean isCommon(int at) {
        return slices.stream()
                        .map(slice -> at < slice.path.size() ? slice.path.get(at) : "")
                        .distinct()
                        .count()
                == 1;
    }

    /// The header and the rows of one symbol; nothing if there are none.
    byte[] of(String symbol, byte[] text) {
        ByteArrayOutputStream chosen = new ByteArrayOutputStream();
        for (Slice slice : slices) {
            if (symbol(slice).equalsIgnoreCase(symbol)) {
                if (chosen.size() == 0) {
                    chosen.writeBytes(Arrays.copyOf(text, header));
                }
                chosen.writeBytes(Arrays.copyOfRange(text, slice.from, slice.to));
            }
        }
        return chosen.toByteArray();
    }
}
