package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.text.Numbers;

/// Counted things and series as commands print them.
final class Counts {
    private static final String[] BYTE_UNITS = {"bytes", "KB", "MB", "GB", "TB"};

    private Counts() {}

    /// `1 candle`, `9,398 candles`.
    static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    static String of(long count, String one, String many) {
        return Numbers.fixed(count, 0) + " " + (count == 1 ? one : many);
    }

    /// `812 bytes`, `3.4 MB`.
    static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < BYTE_UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return Numbers.fixed(size, unit == 0 || size >= 100 ? 0 : 1) + " " + BYTE_UNITS[unit];
    }

    /// A document that begins with what series it is about.
    static Map<String, Object> document(SeriesKey key) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", key.market().toString());
        document.put("timeframe", key.timeframe().code());
        return document;
    }
}
