package plumbline.engine.report.figure;

/// Colours of a report: light, fit for print, and told apart by colour-blind people.
public enum Ink {
    INK(0x1A2330),
    MUTED(0x566273),
    GRID(0xE6EAF0),
    RULE(0xC9D1DB),
    AXIS(0xAAB4C0),
    PANEL(0xF5F7FA),
    GAIN(0x1F6FD6),
    GAIN_TEXT(0x1A5FB8),
    LOSS(0xB85C00),
    LOSS_TEXT(0x984B00),
    LOSS_SOFT(0xF4E6D7),
    BENCHMARK(0x7A8696),
    PAPER(0xFFFFFF);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    /// Red, green and blue, eight bits each.
    public int rgb() {
        return rgb;
    }
}
