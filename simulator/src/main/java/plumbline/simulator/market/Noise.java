package plumbline.simulator.market;

/// Numbers that look random and are not: each is a function of a key, or the next of a stream that
/// a key begins.
///
/// Not thread-safe; the static functions are.
///
/// Source: the mixing of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
/// generators, 2014).
public final class Noise {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private long state;

    /// A stream that depends on nothing but its key.
    public Noise(long key) {
        state = key;
    }

    /// Begins another stream.
    public void restart(long key) {
        state = key;
    }

    /// All 64 bits.
    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /// Uniform in `[0, 1)`.
    public double uniform() {
        return (next() >>> 11) * UNIT;
    }

    /// About normal, mean 0 and deviation 1, within ±3.46: the sum of four uniforms of 16 bits.
    public double normal() {
        return normalOf(next());
    }

    /// A key that depends on all bits of both.
    public static long key(long a, long b) {
        return mix(mix(a + GOLDEN) ^ (b * 0xD1342543DE82EF95L + GOLDEN));
    }

    /// The key of a text.
    public static long key(long a, String text) {
        long key = a;
        for (int i = 0; i < text.length(); i++) {
            key = key(key, text.charAt(i));
        }
        return key;
    }

    /// The about normal number of a key.
    public static double normal(long key) {
        return normalOf(mix(key + GOLDEN));
    }

    private static double normalOf(long bits) {
        long sum =
                (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        // mean 2, variance 4/12 of uniforms in [0, 1)
        return (sum * 0x1p-16 - 2) * 1.7320508075688772;
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
