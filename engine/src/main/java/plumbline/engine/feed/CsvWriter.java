package plumbline.engine.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.text.Fractions;

/// Writes `time,open,high,low,close,volume`: times in ISO-8601 UTC, numbers without exponents.
///
/// Not thread-safe. The stream is not closed.
final class CsvWriter implements CandleWriter {
    private final Writer out;

    CsvWriter(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write("time,open,high,low,close,volume\n");
    }

    @Override
    public void add(CandleSeries block, int from, int to) throws IOException {
        double[][] columns = {
            block.open(), block.high(), block.low(), block.close(), block.volume()
        };
        for (int i = from; i < to; i++) {
            out.write(Instant.ofEpochMilli(block.openTime()[i]).toString());
            for (double[] column : columns) {
                out.write(',');
                out.write(isNegativeZero(column[i]) ? "-0" : Fractions.plain(column[i]));
            }
            out.write('\n');
        }
    }

    /// It is another value than zero to whoever compares bits.
    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
