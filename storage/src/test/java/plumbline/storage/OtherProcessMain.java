package plumbline.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

/// What [OtherProcess] runs: one order a line, one line as the answer to each.
///
/// - `store BASE CANDLES SEED` stores minutes and says what that did;
/// - `load BASE` says how many candles there are and their fingerprint;
/// - `write BASE` stores one candle after the other and says the number of each that is stored;
/// - `quit` closes and ends.
final class OtherProcessMain {
    private OtherProcessMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Stores stores = Stores.open(Path.of(arguments[0]))) {
            out.println("open");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("quit")) {
                    return;
                }
                obey(line.split(" "), stores, out);
            }
        }
    }

    private static void obey(String[] words, Stores stores, PrintStream out) {
        SeriesKey key = TestCandles.minutesOf(words[1]);
        switch (words[0]) {
            case "store" -> {
                CandleSeries candles =
                        TestCandles.minutes(Integer.parseInt(words[2]), Long.parseLong(words[3]));
                out.println(stores.candles().upsert(key, candles, "other"));
            }
            case "load" -> {
                CandleSeries candles = stores.candles().load(key, TimeRange.ALL);
                out.println(candles.size() + " " + candles.fingerprint());
            }
            case "write" -> {
                CandleSeries candles = TestCandles.minutes(1_000_000, 1);
                for (int i = 0; i < candles.size(); i++) {
                    stores.candles().upsert(key, candles.slice(i, i + 1), "other");
                    out.println(i + 1);
                }
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
    }
}
