package plumbline.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

/// What [OtherProcess] runs: one order a line, one line as the answer to each.
///
/// - `store BASE CANDLES SEED` stores minutes and says what that did;
/// - `stream BASE` says the fingerprint of all candles without ever having all of them;
/// - `load BASE` says how many candles there are and their fingerprint;
/// - `write BASE` stores one candle after the other and says the number of each that is stored;
/// - `mix ROUND FROM LIVE` adds to the audit log, stores live candles from the LIVE-th, and blocks
///   of candles from the FROM-th, in turn, and says of each when it is stored;
/// - `end MICROS` closes, and after so many microseconds is told to end while it does;
/// - `quit` closes and ends.
final class OtherProcessMain {
    private OtherProcessMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Stores stores = TestStores.open(Path.of(arguments[0]))) {
            out.println("open");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("quit")) {
                    return;
                }
                if (line.startsWith("end ")) {
                    endSoon(Long.parseLong(line.substring(4)));
                    return;
                }
                obey(line.split(" "), stores, out);
            }
        }
    }

    private static void endSoon(long micros) {
        Thread.ofPlatform()
                .start(() -> {
                    LockSupport.parkNanos(micros * 1000);
                    System.exit(0);
                });
    }

    private static void mix(String[] words, Stores stores, PrintStream out) {
        int block = Integer.parseInt(words[2]);
        int live = Integer.parseInt(words[3]);
        for (int i = 0; true; i++) {
            stores.audit().add("test", words[1], Integer.toString(i));
            out.println("audit " + i);
            List<LiveCandle> batch = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                batch.add(
                        new LiveCandle(KilledWriterTest.LIVE, KilledWriterTest.live(live++), true));
            }
            stores.candles().live(batch, "stream");
            out.println("live " + live);
            if (i % 5 == 4) {
                stores.candles()
                        .upsert(KilledWriterTest.BLOCKS, KilledWriterTest.block(block++), "fetch");
                out.println("block " + block);
            }
        }
    }

    private static void obey(String[] words, Stores stores, PrintStream out) {
        if (words[0].equals("mix")) {
            mix(words, stores, out);
        }
        SeriesKey key = TestCandles.minutesOf(words[1]);
        switch (words[0]) {
            case "store" -> {
                CandleSeries candles =
                        TestCandles.minutes(Integer.parseInt(words[2]), Long.parseLong(words[3]));
                out.println(stores.candles().upsert(key, candles, "other"));
            }
            case "stream" -> out.println(stores.candles().fingerprint(key, TimeRange.ALL));
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
