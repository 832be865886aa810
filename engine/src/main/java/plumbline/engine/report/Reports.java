package plumbline.engine.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.io.AtomicFile;
import plumbline.engine.report.figure.Figure;
import plumbline.engine.report.figure.FigureFonts;
import plumbline.engine.report.figure.Java2dPainter;
import plumbline.engine.report.figure.SvgPainter;

/// Writes a run as documents. Each file is written whole or not at all.
///
/// Threads: any thread but the FX thread; one call at a time. The first PDF takes a second or two,
/// later ones a fraction of that.
public final class Reports {
    private static final double SCREEN_AT_2X = 2 * 96 / 25.4;

    private final ReportAssets assets;
    private @Nullable FigureFonts fonts;
    private @Nullable PdfWriter pdf;

    public Reports(ReportAssets assets) {
        this.assets = assets;
    }

    /// Writes into a folder, which is made if there is none.
    ///
    /// @return the files, in the order of the formats
    /// @throws IOException if a file cannot be written; those written before stay
    public List<Path> write(BacktestRun run, Path folder, Set<ReportFormat> formats)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            if (formats.contains(format)) {
                for (String name : names(format)) {
                    Path file = folder.resolve(name);
                    writeFile(run, file);
                    files.add(file);
                }
            }
        }
        return files;
    }

    /// The names of a format's files.
    private static List<String> names(ReportFormat format) {
        return switch (format) {
            case PDF -> List.of("report.pdf");
            case CSV -> List.of("trades.csv", "equity.csv");
            case JSON -> List.of("metrics.json", "result.json");
            case SVG -> List.of("equity.svg");
            case PNG -> List.of("equity.png");
        };
    }

    /// Writes one file; what goes into it is told by its name: `.pdf`, `.json` (without the trades
    /// if `metrics` is in the name), `.csv` (trades, or equity if that is in the name), `.svg` and
    /// `.png` (equity).
    ///
    /// @throws IllegalArgumentException if the name ends in none of these
    /// @throws IOException if it cannot be written; what was there before is still there
    public void writeFile(BacktestRun run, Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        switch (ending) {
            case "pdf" -> AtomicFile.write(file, out -> pdf().write(run, out));
            case "json" -> text(file, json(run, name));
            case "csv" ->
                    AtomicFile.write(
                            file,
                            out -> {
                                if (name.contains("equity")) {
                                    ResultCsv.equity(run, out);
                                } else {
                                    ResultCsv.trades(run, out);
                                }
                            });
            case "svg" -> text(file, SvgPainter.document(figure(run), fonts()));
            case "png" ->
                    AtomicFile.write(
                            file,
                            out ->
                                    ImageIO.write(
                                            Java2dPainter.picture(
                                                    figure(run), fonts(), SCREEN_AT_2X),
                                            "png",
                                            out));
            default ->
                    throw new IllegalArgumentException(
                            "cannot write "
                                    + file
                                    + ": its name must end in .pdf, .csv, .json, .svg or .png");
        }
    }

    private static String json(BacktestRun run, String name) {
        return name.contains("metrics")
                ? Json.text(ResultWriter.summary(run))
                : ResultWriter.text(run);
    }

    private static void text(Path file, String text) throws IOException {
        AtomicFile.write(
                file,
                out -> {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    out.write(text.endsWith("\n") ? new byte[0] : new byte[] {'\n'});
                });
    }

    private static Figure figure(BacktestRun run) {
        return OnePageReport.equityFigure(run);
    }

    private FigureFonts fonts() {
        if (fonts == null) {
            fonts = new FigureFonts(assets.regular(), assets.medium());
        }
        return fonts;
    }

    private PdfWriter pdf() {
        if (pdf == null) {
            pdf = new PdfWriter(assets, fonts());
        }
        return pdf;
    }
}
