package plumbline.storage.codec;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Snapshots of a book to test and measure with, one a second: between two of them some levels
/// change their size, some come and go, and now and then the price moves.
public final class RandomBooks {
    private RandomBooks() {}

    public static BookColumns of(int n, int depth, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BookColumns books = BookColumns.of(n, depth);
        TreeMap<Long, Long> bids = new TreeMap<>();
        TreeMap<Long, Long> asks = new TreeMap<>();
        long best = 6_100_000;
        for (int i = 0; i < n; i++) {
            best += random.nextInt(3) == 0 ? random.nextInt(-20, 21) : 0;
            int changes = i == 0 ? 40 * depth : depth / 4;
            change(bids, best, -1, changes, depth, random);
            change(asks, best, 1, changes, depth, random);
            books.time()[i] = 1_723_000_000_000L + 1_000L * i + random.nextInt(3);
            write(bids.descendingMap(), books.bidPrice(), books.bidSize(), i * depth, depth);
            write(asks, books.askPrice(), books.askSize(), i * depth, depth);
        }
        return books;
    }

    private static void change(
            TreeMap<Long, Long> side,
            long best,
            int worse,
            int changes,
            int depth,
            SplittableRandom random) {
        side.keySet().removeIf(price -> worse * (price - best) <= 0);
        for (int k = 0; k < changes; k++) {
            double distance = 1 + 4 * depth * random.nextDouble() * random.nextDouble();
            long price = best + worse * (long) Math.ceil(distance);
            if (random.nextInt(3) == 0) {
                side.remove(price);
            } else {
                side.put(price, 1 + (long) Math.exp(8 + 2 * random.nextGaussian()));
            }
        }
    }

    private static void write(
            Map<Long, Long> side, double[] price, double[] size, int at, int depth) {
        int k = 0;
        for (Map.Entry<Long, Long> level : side.entrySet()) {
            if (k == depth) {
                return;
            }
            price[at + k] = level.getKey() / 100.0;
            size[at + k] = level.getValue() / 1e5;
            k++;
        }
        for (; k < depth; k++) {
            price[at + k] = Double.NaN;
            size[at + k] = Double.NaN;
        }
    }
}
