package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    private static String identity(String rest) {
        return new ServerAddress("jdbc:postgresql:" + rest, "joe", "").identity();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//db/candles",
                "//db:5432/candles",
                "//DB/candles",
                "//db/candles?ssl=true",
                "//db:5432/candles?connectTimeout=3&ssl=true",
                "//someone@db/candles"
            })
    void everySpellingOfADatabaseIsTheSame(String spelling) {
        assertThat(identity(spelling)).isEqualTo(identity("//db/candles"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"candles", "///candles", "//localhost:5432/candles", "//localhost/candles"})
    void withoutAHostItIsThisOne(String spelling) {
        assertThat(identity(spelling)).isEqualTo(identity("//localhost/candles"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//db/Candles",
                "//db:5433/candles",
                "//db:54321/candles",
                "//other/candles",
                "//db/candles?currentSchema=mine",
                "//db/"
            })
    void anotherDatabaseIsAnother(String other) {
        assertThat(identity(other)).isNotEqualTo(identity("//db/candles"));
    }
}
