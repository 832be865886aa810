package plumbline.storage.codec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/// Real one-minute candles, from a folder outside of the project: one zip a day, whose rows are
/// milliseconds since midnight, open, high, low, close, volume.
final class RealMinutes {
    private static final int ROWS_A_DAY = 1440;

    long[] time = new long[0];
    double[][] values = new double[5][0];
    int size;

    /// The candles under `path` of the market data. The test is skipped where there are none.
    static RealMinutes of(String path) throws IOException {
        String data = System.getProperty("plumbline.testdata", "");
        Path folder = Path.of(data).resolve(path);
        assumeTrue(
                !data.isBlank() && Files.isDirectory(folder),
                "no market data: set -Dplumbline.testdata to the folder that holds " + path);
        RealMinutes minutes = new RealMinutes();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> days = files.sorted().toList();
            minutes.grow(days.size() * ROWS_A_DAY);
            for (Path day : days) {
                minutes.read(day);
            }
        }
        minutes.grow(minutes.size);
        return minutes;
    }

    private void grow(int room) {
        time = Arrays.copyOf(time, room);
        for (int c = 0; c < values.length; c++) {
            values[c] = Arrays.copyOf(values[c], room);
        }
    }

    private void read(Path zip) throws IOException {
        String date = zip.getFileName().toString().substring(0, 8);
        long midnight =
                LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            in.getNextEntry();
            BufferedReader rows =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                String[] fields = row.strip().split(",", -1);
                time[size] = midnight + Long.parseLong(fields[0]);
                for (int c = 0; c < values.length; c++) {
                    values[c][size] = Double.parseDouble(fields[c + 1]);
                }
                size++;
            }
        }
    }
}
