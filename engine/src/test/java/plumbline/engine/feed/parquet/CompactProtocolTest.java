package plumbline.engine.feed.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Thrift's compact protocol, written and read.
class CompactProtocolTest {

    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void integersComeBack(long seed) throws ParquetException {
        Random random = new Random(seed);
        int narrow = random.nextInt() >> random.nextInt(32);
        long wide = random.nextLong() >> random.nextInt(64);
        CompactWriter out = new CompactWriter();
        out.begin();
        out.i32(1, narrow);
        out.i64(7, wide);
        out.end();
        CompactReader in = new CompactReader(ByteBuffer.wrap(out.bytes()));

        assertThat(in.field(0)).isEqualTo(1);
        assertThat(in.intField()).isEqualTo(narrow);
        assertThat(in.field(1)).isEqualTo(7);
        in.require(CompactType.I64);
        assertThat(in.i64()).isEqualTo(wide);
        assertThat(in.field(7)).isZero();
    }

    @Test
    void whatIsNotWantedIsPassedOver() throws ParquetException {
        CompactWriter out = new CompactWriter();
        out.begin();
        out.string(1, "text");
        out.list(2, CompactType.STRUCT, 20);
        for (int i = 0; i < 20; i++) {
            out.begin();
            out.bool(3, true);
            out.longBytes(4, i);
            out.end();
        }
        out.begin(3);
        out.list(1, CompactType.I32, 2);
        out.i32(1);
        out.i32(-1);
        out.end();
        out.i16(4, -3);
        out.i32(5, 42);
        out.end();
        CompactReader in = new CompactReader(ByteBuffer.wrap(out.bytes()));

        int id = in.field(0);
        while (id != 5) {
            in.skip();
            id = in.field(id);
        }

        assertThat(in.intField()).isEqualTo(42);
        assertThat(in.field(5)).isZero();
    }

    @Test
    void aPageHeaderIsRead() throws ParquetException {
        CompactWriter out = new CompactWriter();
        out.begin();
        out.i32(1, PageHeader.DATA_V2);
        out.i32(2, 1000);
        out.i32(3, 400);
        out.begin(8);
        out.i32(1, 120);
        out.i32(2, 3);
        out.i32(3, 120);
        out.i32(4, 0);
        out.i32(5, 17);
        out.i32(6, 2);
        out.bool(7, false);
        out.end();
        out.end();

        assertThat(PageHeader.read(ByteBuffer.wrap(out.bytes())))
                .isEqualTo(new PageHeader(PageHeader.DATA_V2, 1000, 400, 120, 19, false));
    }

    /// The reader ends on whatever it is given.
    @Test
    void bytesWithoutASenseEndInAnAnswerOrARefusal() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            try {
                PageHeader.read(ByteBuffer.wrap(bytes));
            } catch (ParquetException | BufferUnderflowException | ArithmeticException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void fieldsWithinFieldsHaveAnEnd() {
        byte[] deep = new byte[100_000];
        java.util.Arrays.fill(deep, (byte) 0x1C);

        assertThatThrownBy(() -> PageHeader.read(ByteBuffer.wrap(deep)))
                .isInstanceOf(ParquetException.class);
    }
}
