package plumbline.engine.feed.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One column of a [ParquetTable]: what it holds, and the values of the block that was read last.
///
/// Not thread-safe.
public final class ParquetColumn {
    private static final long MICROS = 1000;
    private static final long NANOS = 1_000_000;

    /// Below this every integer is a double, and so is every power of ten up to 10²².
    private static final long EXACT = 1L << 53;

    private static final int EXACT_SCALE = 22;

    private final ColumnSchema schema;
    private final int field;
    private final Kind kind;
    private final int scale;
    private final long perMilli;
    private final double divisor;

    private Validity validity = Validity.NO_NULLS;
    private double[] doubles = {};
    private float[] floats = {};
    private long[] longs = {};
    private byte[] bytes = {};
    private int[] offsets = {};

    /// What a column holds.
    public enum Kind {
        /// 64-bit numbers.
        DOUBLE,
        /// 32-bit numbers.
        FLOAT,
        /// Whole numbers of any width.
        INTEGER,
        /// Decimal numbers.
        DECIMAL,
        /// Text.
        TEXT,
        /// Moments in UTC.
        INSTANT,
        /// Dates and times of day without a zone.
        LOCAL,
        /// Dates.
        DATE,
        /// What no candle is made of.
        OTHER
    }

    /// @param field index among the columns of the file
    ParquetColumn(ColumnSchema schema, int field) {
        this.schema = schema;
        this.field = field;
        this.kind = kind(schema);
        this.scale = schema.logicalType() instanceof LogicalType.DecimalType d ? d.scale() : 0;
        this.divisor = scale >= 0 && scale <= EXACT_SCALE ? Double.parseDouble("1e" + scale) : 0;
        this.perMilli =
                schema.logicalType() instanceof LogicalType.TimestampType t
                        ? switch (t.unit()) {
                            case MILLIS -> 1;
                            case MICROS -> MICROS;
                            case NANOS -> NANOS;
                        }
                        : 1;
    }

    private static Kind kind(ColumnSchema schema) {
        LogicalType logical = schema.logicalType();
        if (schema.maxRepetitionLevel() > 0) {
            return Kind.OTHER;
        }
        return switch (schema.type()) {
            case DOUBLE -> Kind.DOUBLE;
            case FLOAT -> Kind.FLOAT;
            case INT32, INT64 -> ofInteger(logical);
            case BYTE_ARRAY -> ofBytes(logical);
            case FIXED_LEN_BYTE_ARRAY ->
                    logical instanceof LogicalType.DecimalType ? Kind.DECIMAL : Kind.OTHER;
            case BOOLEAN, INT96 -> Kind.OTHER;
        };
    }

    private static Kind ofInteger(@org.jspecify.annotations.Nullable LogicalType logical) {
        return switch (logical) {
            case null -> Kind.INTEGER;
            case LogicalType.IntType _ -> Kind.INTEGER;
            case LogicalType.DecimalType _ -> Kind.DECIMAL;
            case LogicalType.DateType _ -> Kind.DATE;
            case LogicalType.TimestampType t -> t.isAdjustedToUTC() ? Kind.INSTANT : Kind.LOCAL;
            default -> Kind.OTHER;
        };
    }

    private static Kind ofBytes(@org.jspecify.annotations.Nullable LogicalType logical) {
        return switch (logical) {
            // text of writers that do not say so
            case null -> Kind.TEXT;
            case LogicalType.StringType _ -> Kind.TEXT;
            case LogicalType.DecimalType _ -> Kind.DECIMAL;
            default -> Kind.OTHER;
        };
    }

    public String name() {
        return schema.name();
    }

    /// Index among the columns of the file, from 0.
    public int field() {
        return field;
    }

    public Kind kind() {
        return kind;
    }

    /// What the file calls its type.
    public String type() {
        LogicalType logical = schema.logicalType();
        return schema.maxRepetitionLevel() > 0
                ? "list"
                : logical == null ? schema.type().toString() : logical.toString();
    }

    int chunk() {
        return schema.columnIndex();
    }

    /// Takes over a block.
    void take(ColumnReader reader, int rows) {
        validity = reader.getLeafValidity();
        switch (schema.type()) {
            case DOUBLE -> doubles = reader.getDoubles();
            case FLOAT -> floats = reader.getFloats();
            case INT64 -> longs = reader.getLongs();
            case INT32 -> widen(reader.getInts(), rows);
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> {
                bytes = reader.getBinaryValues();
                offsets = reader.getBinaryOffsets();
            }
            case BOOLEAN, INT96 -> throw new IllegalStateException("a column of " + type());
        }
    }

    private void widen(int[] ints, int rows) {
        if (longs.length < rows) {
            longs = new long[rows];
        }
        boolean unsigned = isUnsigned();
        for (int i = 0; i < rows; i++) {
            longs[i] = unsigned ? Integer.toUnsignedLong(ints[i]) : ints[i];
        }
    }

    private boolean isUnsigned() {
        return schema.logicalType() instanceof LogicalType.IntType t && !t.isSigned();
    }

    /// Whether the row has no value.
    public boolean isNull(int row) {
        return validity.hasNulls() && validity.isNull(row);
    }

    /// The values of a column of [Kind#DOUBLE]; those of rows without one mean nothing.
    public double[] doubles() {
        return doubles;
    }

    /// The number nearest to the value of a column of numbers.
    public double number(int row) {
        return switch (kind) {
            case DOUBLE -> doubles[row];
            case FLOAT -> floats[row];
            case INTEGER -> isUnsigned() ? unsigned(longs[row]) : longs[row];
            case DECIMAL -> decimal(row);
            default -> throw new IllegalStateException("no number in a column of " + type());
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : new BigDecimal(Long.toUnsignedString(value)).doubleValue();
    }

    private double decimal(int row) {
        if (isInBytes()) {
            BigInteger unscaled =
                    new BigInteger(Arrays.copyOfRange(bytes, offsets[row], offsets[row + 1]));
            return new BigDecimal(unscaled, scale).doubleValue();
        }
        long unscaled = longs[row];
        // one division of two exact numbers rounds correctly
        return Math.abs(unscaled) < EXACT && divisor > 0
                ? unscaled / divisor
                : BigDecimal.valueOf(unscaled, scale).doubleValue();
    }

    private boolean isInBytes() {
        return schema.type() == PhysicalType.BYTE_ARRAY
                || schema.type() == PhysicalType.FIXED_LEN_BYTE_ARRAY;
    }

    /// The value of a column of [Kind#INTEGER]; the days since 1970 of [Kind#DATE]; the
    /// milliseconds since then of [Kind#INSTANT] and [Kind#LOCAL], what is finer cut off.
    public long integer(int row) {
        return perMilli == 1 ? longs[row] : Math.floorDiv(longs[row], perMilli);
    }

    /// The value of a column of [Kind#TEXT].
    public String text(int row) {
        return new String(
                bytes, offsets[row], offsets[row + 1] - offsets[row], StandardCharsets.UTF_8);
    }
}
