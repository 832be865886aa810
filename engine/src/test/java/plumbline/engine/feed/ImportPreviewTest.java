package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.market.Candle;
import plumbline.engine.market.Timeframe;

/// What files are understood as before they are imported.
class ImportPreviewTest {
    private static final long JAN_2 = Instant.parse("2024-01-02T00:00:00Z").toEpochMilli();

    @TempDir Path folder;

    private static ImportPreview of(Path file) {
        return of(file, ImportOptions.NONE);
    }

    private static ImportPreview of(Path file, ImportOptions options) {
        return of(file, Optional.empty(), options);
    }

    private static ImportPreview of(
            Path file, Optional<Timeframe> timeframe, ImportOptions options) {
        return ImportPreview.of(
                List.of(file), CandleFileFormat.AUTO, timeframe, options, Given.NOW, () -> false);
    }

    private static ImportOptions columns(String columns) {
        return new ImportOptions(columns, "", "", "", "", "", "");
    }

    private static ImportOptions dates(String format) {
        return new ImportOptions("", format, "", "", "", "", "");
    }

    @Test
    void aTableOfABankIsShownAsItStandsThereAndAsCandles() {
        String text =
                """
                Datum;Eröffnung;Hoch;Tief;Schluss;Volumen
                02.01.2024;10,5;12,5;9,5;11;1.000
                03.01.2024;11;13;10,25;12,75;250
                """;
        ImportPreview preview = of(Given.file(folder, "bank.csv", text));

        assertThat(preview.problem()).isEmpty();
        assertThat(preview.kind()).isEqualTo("text");
        assertThat(preview.facts())
                .containsEntry("separator", "semicolon")
                .containsEntry("header", "line 1")
                .containsEntry("times", "dates, day first");
        assertThat(preview.titles())
                .containsExactly("Datum", "Eröffnung", "Hoch", "Tief", "Schluss", "Volumen");
        assertThat(preview.roles())
                .containsExactly("time", "open", "high", "low", "close", "volume");
        assertThat(preview.rows().getFirst().fields()).contains("02.01.2024", "12,5", "1.000");
        assertThat(preview.rows().getFirst().line()).isEqualTo(2);
        assertThat(preview.rows().getFirst().candle())
                .contains(new Candle(JAN_2, 10.5, 12.5, 9.5, 11, 1000));
        assertThat(preview.timeframe()).contains(Timeframe.D1);
    }

    @Test
    void rowsWithoutAHeaderAreToldByTheirLaws() {
        // Coinbase: time, low, high, open, close, volume; newest first
        String text = "1704153600,9,12,10,11,5\n1704067200,8,11,9,10,6\n";
        ImportPreview preview = of(Given.file(folder, "coinbase.csv", text));

        assertThat(preview.titles()).isEmpty();
        assertThat(preview.roles())
                .containsExactly("time", "low", "high", "open", "close", "volume");
        assertThat(preview.rows().getFirst().candle())
                .contains(new Candle(JAN_2, 10, 12, 9, 11, 5));
        assertThat(preview.facts()).containsEntry("order", "newest first");
    }

    @Test
    void dayAndMonthThatStayOpenNameTheOptionThatSettlesThem() {
        String rows = "01/02/2024,1,2,0.5,1.5,3\n02/02/2024,1,2,0.5,1.5,3\n";
        Path file = Given.file(folder, "open.csv", Given.HEADER + rows);

        ImportPreview open = of(file);
        assertThat(open.problem()).contains("cannot be told apart");
        assertThat(open.settledBy()).containsExactly(ImportOption.DATE_FORMAT);
        assertThat(open.rows()).isNotEmpty().allMatch(row -> row.candle().isEmpty());

        assertThat(open.roles()).startsWith("time", "open");
        ImportPreview told = of(file, dates("dmy"));
        assertThat(told.problem()).isEmpty();
        assertThat(told.rows().getFirst().candle().orElseThrow().openTimeMs())
                .isEqualTo(Instant.parse("2024-02-01T00:00:00Z").toEpochMilli());
    }

    /// The import itself looks at all dates; the preview says that it will.
    @Test
    void daysThatOnlyTheRestOfALongFileTellsAreNoFault() {
        StringBuilder text = new StringBuilder(Given.HEADER);
        for (int i = 0; i < 4000; i++) {
            text.append("01/02/2024 %02d:%02d,1,2,0.5,1.5,3\n".formatted(i / 60 % 24, i % 60));
        }
        text.append("13/02/2024 00:00,1,2,0.5,1.5,3\n");

        ImportPreview preview = of(Given.file(folder, "long.csv", text.toString()));

        assertThat(preview.problem()).contains("when the file is imported");
        assertThat(preview.settledBy()).containsExactly(ImportOption.DATE_FORMAT);
    }

    @Test
    void severalSymbolsAreNamedAndOneCanBeChosen() {
        String text =
                """
                symbol,time,open,high,low,close,volume
                AAA,2024-01-01,1,2,0.5,1.5,3
                BBB,2024-01-01,5,6,4.5,5.5,3
                AAA,2024-01-02,1,2,0.5,1.5,3
                BBB,2024-01-02,5,6,4.5,5.5,3
                """;
        Path file = Given.file(folder, "two.csv", text);

        ImportPreview both = of(file);
        assertThat(both.symbols()).containsExactly("AAA", "BBB");
        assertThat(both.settledBy()).containsExactly(ImportOption.SYMBOL);

        ImportPreview one = of(file, new ImportOptions("", "", "", "", "", "BBB", ""));
        assertThat(one.problem()).isEmpty();
        assertThat(one.rows()).extracting(row -> row.fields().getFirst()).containsOnly("BBB");
        assertThat(one.rows().getFirst().candle().orElseThrow().open()).isEqualTo(5);
    }

    @Test
    void anArchiveOfSeveralFilesListsThem() throws IOException {
        String minutes =
                Given.HEADER + "2024-01-01 00:00,1,2,0.5,1.5,3\n2024-01-01 00:01,1,2,0.5,1.5,3\n";
        Path zip =
                Given.file(
                        folder,
                        "several.zip",
                        Given.zipped(
                                "readme.md",
                                "candles",
                                "days.csv",
                                Given.HEADER + Given.TWO_DAYS,
                                "minutes.csv",
                                minutes));

        ImportPreview open = of(zip);
        assertThat(open.members()).containsExactly("days.csv", "minutes.csv");
        assertThat(open.settledBy()).containsExactly(ImportOption.MEMBER, ImportOption.TIMEFRAME);

        ImportPreview ofMinutes = of(zip, Optional.of(Timeframe.M1), ImportOptions.NONE);
        assertThat(ofMinutes.problem()).isEmpty();
        assertThat(ofMinutes.facts()).containsEntry("member", "minutes.csv");

        ImportPreview ofDays = of(zip, new ImportOptions("", "", "", "", "", "", "days.csv"));
        assertThat(ofDays.timeframe()).contains(Timeframe.D1);
    }

    @Test
    void columnsThatAreNotAllNamedYetLeaveTheRowsInView() {
        Path file = Given.file(folder, "days.csv", Given.HEADER + Given.TWO_DAYS);

        ImportPreview preview = of(file, columns("time,-,high,low,close,volume"));

        assertThat(preview.settledBy()).containsExactly(ImportOption.COLUMNS);
        assertThat(preview.roles()).containsExactly("time", "", "high", "low", "close", "volume");
        assertThat(preview.rows()).hasSize(2).allMatch(row -> row.candle().isEmpty());
    }

    @Test
    void columnsAsTheUserSaysKeepTheirTitles() {
        Path file = Given.file(folder, "days.csv", Given.HEADER + Given.TWO_DAYS);

        ImportPreview preview = of(file, columns("time,open,high,low,close,-"));

        assertThat(preview.problem()).isEmpty();
        assertThat(preview.titles()).contains("volume");
        assertThat(preview.rows().getFirst().candle().orElseThrow().volume()).isZero();
    }

    @Test
    void aRowThatCannotBeUsedSaysWhy() {
        Path file =
                Given.file(
                        folder,
                        "one.csv",
                        Given.HEADER + Given.TWO_DAYS + "2024-01-03,10,9,11,10,1\n");

        ImportPreview preview = of(file);

        assertThat(preview.problem()).isEmpty();
        assertThat(preview.rows().getLast().candle()).isEmpty();
        assertThat(preview.rows().getLast().fault()).contains("high 9");
    }

    @Test
    void rowsOfAnotherTimeframeNameIt() {
        Path file =
                Given.file(
                        folder,
                        "hours.csv",
                        Given.HEADER
                                + "2024-01-01 00:00,1,2,0.5,1.5,3\n2024-01-01 01:00,1,2,0.5,1.5,3\n"
                                + "2024-01-01 02:00,1,2,0.5,1.5,3\n");

        ImportPreview preview = of(file, Optional.of(Timeframe.D1), ImportOptions.NONE);

        assertThat(preview.timeframe()).contains(Timeframe.H1);
        assertThat(preview.settledBy()).containsExactly(ImportOption.TIMEFRAME);
    }

    @Test
    void longJsonIsUnderstoodFromItsStart() {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < 5000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("[%d,1.5,2.5,0.5,1.75,10]".formatted(1_704_067_200_000L + i * 60_000L));
        }
        ImportPreview preview = of(Given.file(folder, "freq.json", json + "]"));

        assertThat(preview.problem()).isEmpty();
        assertThat(preview.kind()).isEqualTo("json");
        assertThat(preview.timeframe()).contains(Timeframe.M1);
        assertThat(preview.rows()).hasSize(PreviewBuilder.ROWS);
    }

    @Test
    void gzipAndTheFilesOfAFolderAreOpened() throws IOException {
        Given.file(folder, "in/a.csv.gz", Given.gzipped(Given.HEADER + Given.TWO_DAYS));

        ImportPreview preview = of(folder.resolve("in"));

        assertThat(preview.file().getFileName()).hasToString("a.csv.gz");
        assertThat(preview.rows().getFirst().candle()).isPresent();
    }

    @Test
    void aSmallParquetFileShowsItsCandles() throws IOException {
        Path file = folder.resolve("days.parquet");
        var days =
                Given.candles(
                        Timeframe.D1, Given.file(folder, "d.csv", Given.HEADER + Given.TWO_DAYS));
        CandleExport.write(
                sink -> sink.accept(days), file, ExportFormat.of(file), _ -> {}, () -> false);

        ImportPreview preview = of(file);

        assertThat(preview.problem()).isEmpty();
        assertThat(preview.facts()).containsEntry("rows", "2");
        assertThat(preview.roles()).contains("time", "open", "volume");
        assertThat(preview.rows().getFirst().candle()).contains(days.candle(0));
    }

    @Test
    void anArchiveOfLeanShowsItsCandles() throws IOException {
        Path file =
                Given.file(
                        folder,
                        "20240102_trade.zip",
                        Given.zipped("a.csv", "0,10,12,9,11,5\n60000,11,12,10,12,7\n"));

        ImportPreview preview = of(file);

        assertThat(preview.problem()).isEmpty();
        assertThat(preview.timeframe()).contains(Timeframe.M1);
        assertThat(preview.rows().get(1).candle())
                .contains(new Candle(JAN_2 + 60_000, 11, 12, 10, 12, 7));
    }

    @Test
    void timesOfClosesAreShownAsOpens() {
        ImportPreview preview =
                of(
                        Given.file(
                                folder,
                                "a.csv",
                                "close_time,open,high,low,close\n2024-01-02T01:00:00Z,10,12,9,11\n"
                                        + "2024-01-02T02:00:00Z,10,12,9,11\n"));

        assertThat(preview.facts()).containsEntry("time", "close");
        assertThat(preview.rows().getFirst().candle().orElseThrow().openTimeMs()).isEqualTo(JAN_2);
    }

    @Test
    void whatIsNoFileOfCandlesIsSaidInWords() throws IOException {
        byte[] binary = new byte[5000];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) (i * 31 % 7);
        }
        assertThat(of(Given.file(folder, "b.csv", binary)).problem()).contains("not a text file");
        assertThat(of(Given.file(folder, "b.csv", binary)).rows()).isEmpty();
        assertThat(of(Given.file(folder, "empty.csv", "")).problem()).contains("is empty");
        assertThat(of(folder.resolve("gone.csv")).problem()).contains("no file");
        assertThat(of(Files.createDirectory(folder.resolve("none"))).problem())
                .contains("no candle files");
        assertThat(of(Given.file(folder, "p.csv", "<!doctype html>\n<p>\n")).problem())
                .contains("web page");
        assertThat(of(Given.file(folder, "z.zip", "PK\u0003\u0004")).problem()).isNotEmpty();
        assertThat(of(Given.file(folder, "x.csv", "SQLite format 3")).problem()).contains("SQLite");
        byte[] cut = java.util.Arrays.copyOf(Given.gzipped(Given.HEADER + Given.TWO_DAYS), 25);
        assertThat(of(Given.file(folder, "c.csv.gz", cut)).problem())
                .contains("cannot be unpacked");
        assertThat(of(Given.file(folder, "q.parquet", "PAR1")).problem()).contains("cut off");
    }

    @Test
    void optionsAreNamedInMessagesOnce() {
        assertThat(ImportOption.namedIn("say --time close or --timeframe 1h, or --time open"))
                .containsExactly(ImportOption.TIME, ImportOption.TIMEFRAME);
        assertThat(ImportOption.inWords("with --decimal ,", option -> "Decimal"))
                .isEqualTo("with Decimal ,");
    }
}
