package plumbline.engine.feed.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How the letters of a file are encoded.
public enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, 0),
    UTF_16_LE("UTF-16", StandardCharsets.UTF_16LE, 2),
    UTF_16_BE("UTF-16", StandardCharsets.UTF_16BE, 2),
    UTF_16_LE_UNMARKED("UTF-16", StandardCharsets.UTF_16LE, 0),
    UTF_16_BE_UNMARKED("UTF-16", StandardCharsets.UTF_16BE, 0),
    /// What Windows writes in the west of Europe.
    WINDOWS("Windows-1252", Charset.forName("windows-1252"), 0),
    GB18030("GB18030", Charset.forName("GB18030"), 0),
    SHIFT_JIS("Shift_JIS", Charset.forName("Shift_JIS"), 0),
    EUC_KR("EUC-KR", Charset.forName("EUC-KR"), 0);

    /// Encodings of eastern Asia, which look like Windows-1252: told by the names of columns that
    /// they make.
    static final List<Encoding> ASIAN = List.of(GB18030, SHIFT_JIS, EUC_KR);

    private static final int CHUNK = 1 << 15;

    private final String text;
    private final Charset charset;
    private final int mark;

    Encoding(String text, Charset charset, int mark) {
        this.text = text;
        this.charset = charset;
        this.mark = mark;
    }

    /// Told by the mark at the start of a file, or by every other byte being zero.
    static Encoding of(byte[] head, int length) {
        if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return UTF_16_LE;
        }
        if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return UTF_16_BE;
        }
        int[] zeros = new int[2];
        int looked = Math.min(length, 256) & ~1;
        for (int i = 0; i < looked; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        if (looked >= 8 && zeros[1] > looked / 2 * 0.9 && zeros[0] == 0) {
            return UTF_16_LE_UNMARKED;
        }
        if (looked >= 8 && zeros[0] > looked / 2 * 0.9 && zeros[1] == 0) {
            return UTF_16_BE_UNMARKED;
        }
        return isUtf8(head, length) ? UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(byte[] head, int length) {
        ByteBuffer bytes = ByteBuffer.wrap(head, 0, length);
        CharBuffer letters = CharBuffer.allocate(length);
        // not as the end of its input: the last letter may not be there whole
        return !StandardCharsets.UTF_8.newDecoder().decode(bytes, letters, false).isError();
    }

    /// Whether it was taken because it is nothing else.
    boolean isLastResort() {
        return this == WINDOWS;
    }

    /// For people.
    String text() {
        return text;
    }

    static boolean isUtf8Mark(byte[] start) {
        return start.length == 3
                && start[0] == (byte) 0xEF
                && start[1] == (byte) 0xBB
                && start[2] == (byte) 0xBF;
    }

    /// The text of the first bytes of a file, without the mark.
    String decoded(byte[] head, int length) {
        return new String(head, mark, length - mark, charset);
    }

    /// The file as UTF-8 with a newline at the end of each line.
    ///
    /// @param carriageReturns whether lines end with a carriage return alone
    InputStream utf8(InputStream in, boolean carriageReturns) throws IOException {
        boolean asItIs = charset == StandardCharsets.UTF_8;
        in.skipNBytes(mark);
        InputStream rest = asItIs ? in : new Recoded(in, charset);
        return carriageReturns ? new Newlines(rest) : rest;
    }

    /// Letters of another encoding as UTF-8. Closing it closes what it reads.
    private static final class Recoded extends InputStream {
        private final InputStreamReader letters;
        private final char[] chunk = new char[CHUNK];
        private byte[] bytes = {};
        private int at;

        Recoded(InputStream in, Charset charset) {
            letters = new InputStreamReader(in, charset);
        }

        private boolean fill() throws IOException {
            while (at == bytes.length) {
                int got = letters.read(chunk);
                if (got < 0) {
                    return false;
                }
                if (Character.isHighSurrogate(chunk[got - 1])) {
                    int low = letters.read();
                    String pair = new String(chunk, 0, got) + (low < 0 ? "" : (char) low);
                    bytes = pair.getBytes(StandardCharsets.UTF_8);
                } else {
                    bytes = new String(chunk, 0, got).getBytes(StandardCharsets.UTF_8);
                }
                at = 0;
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, into, from, count);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            letters.close();
        }
    }

    /// Carriage returns as newlines.
    private static final class Newlines extends java.io.FilterInputStream {
        Newlines(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            return one == '\r' ? '\n' : one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int got = in.read(bytes, from, length);
            for (int i = from; i < from + got; i++) {
                if (bytes[i] == '\r') {
                    bytes[i] = '\n';
                }
            }
            return got;
        }
    }
}
