package plumbline.bench;

import java.util.Arrays;

/// Times of repeated work. Peers are timed in turns, so that a noisy neighbour disturbs both.
final class Rounds {
    private final double[] millis;
    private int count;

    Rounds(int most) {
        millis = new double[most];
    }

    /// Does the work once; what it returns keeps it from being optimised away.
    void time(Work work) {
        long start = System.nanoTime();
        Object result = work.run();
        double spent = (System.nanoTime() - start) / 1e6;
        if (result == null) {
            throw new IllegalStateException("nothing was done");
        }
        millis[count++] = spent;
    }

    /// The median without the first fifth, in which the compiler works.
    double medianMs() {
        double[] warm = Arrays.copyOfRange(millis, count / 5, count);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    /// Work that ends with something.
    interface Work {
        Object run();
    }
}
