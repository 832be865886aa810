package plumbline.simulator.pack;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;

/// Candles made for a test, as text, so that digits can be compared.
record MadeCandles(List<Row> rows) {

    /// @param time epoch milliseconds
    record Row(long time, String open, String high, String low, String close, String volume) {
        String line() {
            return time + "," + open + "," + high + "," + low + "," + close + "," + volume;
        }

        BigDecimal number(int column) {
            return new BigDecimal(line().split(",")[column]);
        }
    }

    /// @param present whether there is a candle at a number
    static MadeCandles of(long from, int count, long step, LongPredicate present) {
        Random random = new Random(3);
        List<Row> rows = new ArrayList<>();
        long price = 200_000;
        for (int i = 0; i < count; i++) {
            long open = price;
            long close = open + random.nextInt(-300, 301);
            long high = Math.max(open, close) + random.nextInt(0, 90);
            long low = Math.min(open, close) - random.nextInt(0, 90);
            boolean quiet = i % 50 == 7;
            price = quiet ? open : close;
            if (!present.test(i)) {
                continue;
            }
            rows.add(
                    quiet
                            ? row(from + i * step, open, open, open, open, 0)
                            : row(
                                    from + i * step,
                                    open,
                                    high,
                                    low,
                                    close,
                                    1 + random.nextLong(900_000)));
        }
        return new MadeCandles(rows);
    }

    private static Row row(long time, long o, long h, long l, long c, long lots) {
        return new Row(time, cents(o), cents(h), cents(l), cents(c), text(lots, 4));
    }

    private static String cents(long units) {
        return text(units, 2);
    }

    private static String text(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals).toPlainString();
    }

    Path write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close,volume"));
        rows.forEach(row -> lines.add(row.line()));
        return Files.write(file, lines);
    }
}
