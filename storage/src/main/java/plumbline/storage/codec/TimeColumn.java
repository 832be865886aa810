package plumbline.storage.codec;

import java.util.Arrays;

/// Open times: steps of one length and a list of gaps, or, for calendar months and whatever is off
/// the grid, [IntegerPages].
final class TimeColumn {
    static final int REGULAR = 0;
    static final int PACKED = 1;

    private static final int HEAD = 18;
    private static final int GAP = 10;

    /// More gaps than this are counted against the packed form.
    private static final int MANY = 16;

    private TimeColumn() {}

    /// Appends `n` times.
    static void encode(long[] time, int from, int n, long stepMs, PageWriter writer) {
        Bytes out = writer.out;
        int gaps = gaps(time, from, n, stepMs);
        int begin = out.size();
        if (gaps > MANY) {
            int section = out.beginSection(PACKED);
            long[] times = Arrays.copyOfRange(time, from, from + n);
            IntegerPages.encode(times, n, true, writer);
            out.endSection(section);
            if (gaps > 0xffff || out.size() - section <= HEAD + gaps * GAP) {
                return;
            }
            out.truncate(begin);
        }
        int section = out.beginSection(REGULAR);
        out.putLong(time[from]);
        out.putLong(stepMs);
        out.putShort(gaps);
        for (int i = 1; i < n; i++) {
            long extra = time[from + i] - time[from + i - 1] - stepMs;
            if (extra != 0) {
                out.putShort(i);
                out.putLong(extra);
            }
        }
        out.endSection(section);
    }

    private static int gaps(long[] time, int from, int n, long stepMs) {
        int gaps = 0;
        for (int i = from + 1; i < from + n; i++) {
            gaps += time[i] - time[i - 1] == stepMs ? 0 : 1;
        }
        return gaps;
    }

    /// Decodes rows `from` to `to` (exclusive) of the `n` of `section`.
    static void decode(
            Section section, int n, int from, int to, long[] out, int at, Scratch scratch) {
        byte[] data = section.data();
        if (section.mode() == PACKED) {
            IntegerPages.decode(data, section.pos(), n, from, to, out, at, scratch);
            return;
        }
        Stretch stretch = new Stretch(section, n);
        while (stretch.next()) {
            int first = Math.max(stretch.from, from);
            int end = Math.min(stretch.to, to);
            long time = stretch.time + (first - stretch.from) * stretch.step;
            int rowAt = at - from;
            for (int i = first; i < end; i++) {
                out[rowAt + i] = time;
                time += stretch.step;
            }
        }
    }

    /// How many of the `n` times, which must rise, are before `timeMs`.
    static int before(Section section, int n, long timeMs) {
        if (section.mode() == PACKED) {
            return packedBefore(section, n, timeMs);
        }
        Stretch stretch = new Stretch(section, n);
        int before = 0;
        while (stretch.next() && stretch.time < timeMs) {
            int low = stretch.from;
            int high = stretch.to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (stretch.time + (middle - stretch.from) * stretch.step < timeMs) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before = low;
        }
        return before;
    }

    /// Only the page in which the time lies is decoded: each has its first time in its head.
    private static int packedBefore(Section section, int n, long timeMs) {
        byte[] data = section.data();
        Pages.Walk page = new Pages.Walk(data, section.pos(), n, 0, n, 0);
        int before = 0; // rows of the pages before the last one that begins before timeMs
        while (page.next() && IntegerPages.base(data, page.place) < timeMs) {
            before = page.at;
        }
        int rows = Math.min(Pages.ROWS, n - before);
        long[] times = new long[rows];
        IntegerPages.decode(data, section.pos(), n, before, before + rows, times, 0, new Scratch());
        int inPage = 0;
        while (inPage < rows && times[inPage] < timeMs) {
            inPage++;
        }
        return before + inPage;
    }

    /// The stretches between gaps of a regular column, one after the other.
    private static final class Stretch {
        private final byte[] data;
        private final int gapsAt;
        private final int gaps;
        private final int n;
        private final long step;
        private int gap;
        private int from;
        private int to;
        private long time;

        Stretch(Section section, int n) {
            if (section.mode() != REGULAR || section.length() < HEAD) {
                throw new MalformedChunkException("times of unknown mode " + section.mode());
            }
            data = section.data();
            gapsAt = section.pos() + HEAD;
            gaps = Words.getShort(data, gapsAt - Short.BYTES);
            step = Words.getLong(data, section.pos() + Long.BYTES);
            time = Words.getLong(data, section.pos());
            this.n = n;
        }

        boolean next() {
            if (gap > gaps || to == n && gap > 0) {
                return false;
            }
            if (gap > 0) {
                time += (to - from) * step + Words.getLong(data, gapAt(gap - 1) + Short.BYTES);
                from = to;
            }
            to = gap == gaps ? n : Words.getShort(data, gapAt(gap));
            if (to <= from || to > n) {
                throw new MalformedChunkException("a gap at " + to + " behind one at " + from);
            }
            gap++;
            return true;
        }

        private int gapAt(int index) {
            return gapsAt + index * GAP;
        }
    }
}
