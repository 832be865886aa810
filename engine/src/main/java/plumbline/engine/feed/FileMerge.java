package plumbline.engine.feed;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.layout.FileLayout;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.RowNotes;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// The rows of several files as one series. A candle that a later file has otherwise is the later
/// file's. A time that comes twice in one file, or in two files of one archive, is a fault, unless
/// the candles are the same word for word.
final class FileMerge {
    private final Faults faults;
    private final RowNotes notes = new RowNotes();
    private final CandleSeries.Builder out;

    /// What is taken unless a later file has it otherwise.
    private @Nullable Cursor pending;

    private int pendingRow;
    private int replaced;
    private String firstReplaced = "";

    private FileMerge(Faults faults, int size) {
        this.faults = faults;
        out = CandleSeries.builder(size);
    }

    /// What was found of the times of a file.
    ///
    /// @param zone of its calendar
    /// @param stepMs what most often lies between two of its first rows, whether or not they can be
    ///   used; 0 if that is not known
    /// @param closes the name of the column of times if it is that of closes, else empty
    record Times(ZoneId zone, long stepMs, String closes) {
        static Times of(FileLayout layout) {
            CandleColumns columns = layout.rows().fields();
            return new Times(
                    layout.zone(),
                    layout.stepMs(),
                    columns.hasCloseTimes() ? columns.name(CandleColumns.TIME) : "");
        }

        /// Nothing but the zone.
        static Times in(ZoneId zone) {
            return new Times(zone, 0, "");
        }
    }

    /// One file's rows, in order of time, at least one.
    ///
    /// @param path where they are, for messages
    /// @param file the file, which is an archive's for what is in one
    /// @param times what was found of its times
    record Part(Path path, Path file, CandleRows rows, Times times) {
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

    /// @param parts in the order in which the user gave them
    /// @param faults where faults are put
    /// @param notes where is put what a user should know
    static CandleSeries merge(List<Part> parts, Faults faults, List<String> notes) {
        // mostly each file begins where another ends
        List<Part> byStart =
                parts.stream().sorted(Comparator.comparingLong(Part::firstMs)).toList();
        if (follow(byStart)) {
            return joined(byStart);
        }
        FileMerge merge = new FileMerge(faults, size(byStart));
        PriorityQueue<Cursor> next = new PriorityQueue<>();
        for (int i = 0; i < parts.size(); i++) {
            next.add(new Cursor(parts.get(i), i));
        }
        for (Cursor cursor = next.poll(); cursor != null; cursor = next.poll()) {
            merge.take(cursor);
            if (cursor.advance()) {
                next.add(cursor);
            }
        }
        merge.appendPending();
        notes.addAll(merge.notes.texts());
        if (merge.replaced > 0) {
            notes.add(
                    merge.replaced
                            + (merge.replaced == 1
                                    ? " candle differs between two files and is"
                                    : " candles differ between two files and are")
                            + " taken from the later one, the first in "
                            + merge.firstReplaced);
        }
        return merge.out.build();
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

    private void take(Cursor cursor) {
        Cursor before = pending;
        if (before != null && before.part.rows().time(pendingRow) == cursor.time()) {
            repeated(before, cursor);
        } else {
            appendPending();
            pending = cursor;
            pendingRow = cursor.row;
        }
    }

    private void appendPending() {
        if (pending != null) {
            pending.part.rows().appendTo(out, pendingRow);
        }
    }

    private void repeated(Cursor before, Cursor cursor) {
        int first = before.part.rows().line(pendingRow);
        int line = cursor.part.rows().line(cursor.row);
        Path path = cursor.part.path();
        boolean same = same(before.part.rows(), pendingRow, cursor.part.rows(), cursor.row);
        if (before == cursor) {
            if (same) {
                notes.add(RowNotes.Kind.REPEATED, line);
            } else {
                String what =
                        "repeats the time of line "
                                + first
                                + " with other values (local times, of which an hour may come twice,"
                                + " need --zone)";
                faults.add(new FileFault(path, line, 0, what));
            }
        } else if (!same) {
            String other = before.part.path() + ":" + first;
            if (before.part.file().equals(cursor.part.file())
                    && !before.part.path().equals(cursor.part.path())) {
                String what =
                        "differs from the same candle in "
                                + other
                                + "; choose a file with --member";
                faults.refuse(new FileFault(path, line, 0, what));
                return;
            }
            firstReplaced = replaced++ == 0 ? path + ":" + line + " and " + other : firstReplaced;
            if (cursor.order > before.order) {
                pending = cursor;
                pendingRow = cursor.row;
            }
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

    /// A place in one file; the earliest time first, then the file that was given first.
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
