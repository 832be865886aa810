package plumbline.ui.fx;

import javafx.animation.AnimationTimer;

/// Waits for pictures of the window.
///
/// Threads: FX thread.
public final class Frames {
    private Frames() {}

    /// Runs `work` when so many frames have begun.
    public static void after(int frames, Runnable work) {
        new AnimationTimer() {
            private int left = frames;

            @Override
            public void handle(long now) {
                if (--left == 0) {
                    stop();
                    work.run();
                }
            }
        }.start();
    }
}
