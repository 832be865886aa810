package plumbline.engine.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// What a compressed file unpacks to, up to a bound: a file of some kilobytes can be made that
/// unpacks to terabytes.
final class Inflated extends FilterInputStream {
    // text of candles packs 4 to 20 times; even one row over and over stays below this
    private static final long MOST_TIMES = 400;
    private static final long ALWAYS = 64L << 20;
    private static final long MOST = 16L << 30;

    private final long bound;
    private long read;

    /// @param packed how long the compressed file is
    Inflated(InputStream in, long packed) {
        super(in);
        this.bound = Math.min(MOST, Math.max(ALWAYS, packed * MOST_TIMES));
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int got = in.read(bytes, from, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int bytes) throws ZipException {
        read += bytes;
        if (read > bound) {
            throw new ZipException(
                    "it unpacks to more than "
                            + (bound >> 20)
                            + " MB, which no file of candles of its size does");
        }
    }
}
