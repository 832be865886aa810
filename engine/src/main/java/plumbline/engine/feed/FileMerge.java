package plumbline.engine.feed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// The rows of several files as one series. A time that comes twice is a fault, unless two files
/// agree on the candle.
final class FileMerge {
    private final Faults faults;
    private @Nullable Cursor accepted;
    private int acceptedRow;

    /// @param faults where faults are put
    FileMerge(Faults faults) {
        this.faults = faults;
    }

    /// One file's rows, in order of time, at least one.
    record Part(Path path, CandleRows rows) {
        long firstMs() {
            return rows.time(0);
        }

        long lastMs() {
            return rows.time(rows.size() - 1);
        }
    }

    /// The time that files are about: from the first to the last candle of each, and what is
    /// between two files if that is shorter than either. Where more is missing, a file was not
    /// given: nobody asked for that time.
    static List<TimeRange> spans(List<Part> parts, Timeframe timeframe) {
        List<Part> byStart =
                parts.stream().sorted(Comparator.comparingLong(Part::firstMs)).toList();
        List<TimeRange> spans = new ArrayList<>();
        long before = 0;
        for (Part part : byStart) {
            TimeRange span = new TimeRange(part.firstMs(), timeframe.next(part.lastMs()));
            long length = span.toMs() - span.fromMs();
            TimeRange last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && span.fromMs() - last.toMs() < Math.min(before, length)) {
                long toMs = Math.max(last.toMs(), span.toMs());
                spans.set(spans.size() - 1, new TimeRange(last.fromMs(), toMs));
            } else {
                spans.add(span);
            }
            before = length;
        }
        return spans;
    }

    CandleSeries merge(List<Part> parts) {
        // mostly each file begins where another ends
        List<Part> byStart =
                parts.stream().sorted(Comparator.comparingLong(Part::firstMs)).toList();
        if (follow(byStart)) {
            return joined(byStart);
        }
        CandleSeries.Builder out = CandleSeries.builder(size(byStart));
        PriorityQueue<Cursor> next = new PriorityQueue<>();
        for (int i = 0; i < byStart.size(); i++) {
            next.add(new Cursor(byStart.get(i), i));
        }
        for (Cursor cursor = next.poll(); cursor != null; cursor = next.poll()) {
            take(cursor, out);
            if (cursor.advance()) {
                next.add(cursor);
            }
        }
        return out.build();
    }

    private static boolean follow(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).rows().isStrictlyOrdered()
                    || i > 0 && parts.get(i).firstMs() <= parts.get(i - 1).lastMs()) {
                return false;
            }
        }
        return true;
    }

    private static CandleSeries joined(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.getFirst().rows().toSeries();
        }
        CandleSeries.Builder out = CandleSeries.builder(size(parts));
        parts.forEach(part -> part.rows().appendTo(out));
        return out.build();
    }

    private static int size(List<Part> parts) {
        return parts.stream().mapToInt(part -> part.rows().size()).sum();
    }

    private void take(Cursor cursor, CandleSeries.Builder out) {
        Cursor before = accepted;
        if (before == null || before.part.rows().time(acceptedRow) != cursor.time()) {
            cursor.part.rows().appendTo(out, cursor.row);
            accepted = cursor;
            acceptedRow = cursor.row;
        } else {
            repeated(before, cursor);
        }
    }

    private void repeated(Cursor before, Cursor cursor) {
        int first = before.part.rows().line(acceptedRow);
        int line = cursor.part.rows().line(cursor.row);
        Path path = cursor.part.path();
        if (before == cursor) {
            faults.add(new FileFault(path, line, 0, "repeats the time of line " + first));
        } else if (!same(before.part.rows(), acceptedRow, cursor.part.rows(), cursor.row)) {
            String other = before.part.path() + ":" + first;
            faults.add(new FileFault(path, line, 0, "differs from the same candle in " + other));
        }
    }

    private static boolean same(CandleRows a, int i, CandleRows b, int j) {
        for (int c = 0; c < CandleColumns.VALUES.size(); c++) {
            if (a.value(c, i) != b.value(c, j)) {
                return false;
            }
        }
        return true;
    }

    /// A place in one file; the earliest time first, then the file that begins first.
    private static final class Cursor implements Comparable<Cursor> {
        private final Part part;
        private final int order;
        private int row;

        Cursor(Part part, int order) {
            this.part = part;
            this.order = order;
        }

        long time() {
            return part.rows().time(row);
        }

        boolean advance() {
            return ++row < part.rows().size();
        }

        @Override
        public int compareTo(Cursor other) {
            int byTime = Long.compare(time(), other.time());
            return byTime != 0 ? byTime : Integer.compare(order, other.order);
        }
    }
}
