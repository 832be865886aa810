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
    private static final int BYTES_PER_CANDLE = 48;

    private Fingerprint() {}

    /// Of a series: candle by candle, the open time and then open, high, low, close and volume as
    /// little-endian 64-bit words, so that it does not depend on how candles are stored in blocks.
    static String of(CandleSeries candles) {
        MessageDigest digest = sha256();
        ByteBuffer block =
                ByteBuffer.allocate(BLOCK * BYTES_PER_CANDLE).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < candles.size(); from += BLOCK) {
            block.clear();
            int to = Math.min(from + BLOCK, candles.size());
            for (int i = from; i < to; i++) {
                block.putLong(candles.openTime()[i]);
                block.putLong(Double.doubleToRawLongBits(candles.open()[i]));
                block.putLong(Double.doubleToRawLongBits(candles.high()[i]));
                block.putLong(Double.doubleToRawLongBits(candles.low()[i]));
                block.putLong(Double.doubleToRawLongBits(candles.close()[i]));
                block.putLong(Double.doubleToRawLongBits(candles.volume()[i]));
            }
            digest.update(block.flip());
        }
        return written(digest);
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
