package plumbline.engine.strategy;

/// On which side of the market a position is.
public enum PositionSide {
    FLAT(0),
    LONG(1),
    SHORT(-1);

    private final int sign;

    PositionSide(int sign) {
        this.sign = sign;
    }

    /// 1 for long, -1 for short, 0 for flat.
    public int sign() {
        return sign;
    }

    /// The side of a signed weight or quantity.
    public static PositionSide of(double signed) {
        return signed > 0 ? LONG : signed < 0 ? SHORT : FLAT;
    }

    /// As it is written in results: `long`, `short`, `flat`.
    public String code() {
        return switch (this) {
            case FLAT -> "flat";
            case LONG -> "long";
            case SHORT -> "short";
        };
    }
}
