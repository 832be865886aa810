package plumbline.engine.market;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of what a result depends on, written `sha256:` and 64 hex digits.
public final class Fingerprint {
    private static final int BLOCK = 1024;

    /// What [#words] takes for a candle.
    public static final int BYTES_PER_CANDLE = 48;

    private Fingerprint() {}

    /// Of a series: candle by candle, the open time and then open, high, low, close and volume as
    /// little-endian 64-bit words, so that it does not depend on how candles are stored in blocks.
    static String of(CandleSeries candles) {
        OfCandles fingerprint = new OfCandles();
        fingerprint.add(candles);
        return fingerprint.text();
    }

    /// The candles from `from` to `to` (exclusive) as words, as they go into a fingerprint.
    ///
    /// @param block has room for all of them, little-endian
    public static void words(CandleSeries candles, int from, int to, ByteBuffer block) {
        for (int i = from; i < to; i++) {
            block.putLong(candles.openTime()[i]);
            block.putLong(Double.doubleToRawLongBits(candles.open()[i]));
            block.putLong(Double.doubleToRawLongBits(candles.high()[i]));
            block.putLong(Double.doubleToRawLongBits(candles.low()[i]));
            block.putLong(Double.doubleToRawLongBits(candles.close()[i]));
            block.putLong(Double.doubleToRawLongBits(candles.volume()[i]));
        }
    }

    /// Of candles that come in blocks, whatever the blocks are. Not thread-safe.
    public static final class OfCandles {
        private final MessageDigest digest = sha256();
        private final ByteBuffer block =
                ByteBuffer.allocate(BLOCK * BYTES_PER_CANDLE).order(ByteOrder.LITTLE_ENDIAN);

        /// The next candles.
        public void add(CandleSeries candles) {
            for (int from = 0; from < candles.size(); from += BLOCK) {
                block.clear();
                words(candles, from, Math.min(from + BLOCK, candles.size()), block);
                digest.update(block.flip());
            }
        }

        /// The fingerprint, once.
        public String text() {
            return written(digest);
        }
    }

    /// Of a text, in UTF-8.
    public static String of(String text) {
        MessageDigest digest = sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return written(digest);
    }

    private static String written(MessageDigest digest) {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
