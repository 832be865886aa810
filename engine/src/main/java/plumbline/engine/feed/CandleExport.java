package plumbline.engine.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.text.AsideFile;
import plumbline.engine.text.Fractions;

/// Writes candles as CSV: `time,open,high,low,close,volume`, times in ISO-8601 UTC, every number
/// with all the digits it takes to read the same number back. A name that ends in `.gz` is
/// compressed.
public final class CandleExport {
    private CandleExport() {}

    /// @throws IOException if the file cannot be written; what was there before is still there
    public static void write(CandleSeries candles, Path file) throws IOException {
        AsideFile.write(
                file,
                out -> {
                    OutputStream stream =
                            file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
                    Writer writer =
                            new BufferedWriter(
                                    new OutputStreamWriter(stream, StandardCharsets.UTF_8));
                    rows(candles, writer);
                    writer.close();
                });
    }

    private static void rows(CandleSeries candles, Writer out) throws IOException {
        out.write("time,open,high,low,close,volume\n");
        for (int i = 0; i < candles.size(); i++) {
            out.write(Instant.ofEpochMilli(candles.openTime()[i]).toString());
            for (double[] column :
                    new double[][] {
                        candles.open(),
                        candles.high(),
                        candles.low(),
                        candles.close(),
                        candles.volume()
                    }) {
                out.write(',');
                out.write(Fractions.plain(column[i]));
            }
            out.write('\n');
        }
    }
}
