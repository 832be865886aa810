package plumbline.storage.codec;

import java.util.SplittableRandom;

/// What a case draws from its seed.
final class Draw {
    private Draw() {}

    /// Every eighth is one of the ends, where errors live.
    static int between(SplittableRandom random, int least, int most) {
        return switch (random.nextInt(16)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextInt(least, most + 1);
        };
    }

    static <T> T of(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
