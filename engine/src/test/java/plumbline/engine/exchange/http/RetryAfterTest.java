package plumbline.engine.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    /// 10:00:00 of that day is 1 783 332 000 s since 1970; the venue's clock shows 10:00:30.
    private static final long VENUE_MS = 1_783_332_030_000L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    none                          | none                          | 7
                    0                             | none                          | 0
                    ' 120 '                       | none                          | 120000
                    -5                            | none                          | 7
                    soon                          | none                          | 7
                    ''                            | none                          | 7
                    99999999999999999999          | none                          | 604800000
                    999999999                     | none                          | 604800000
                    Mon, 06 Jul 2026 10:01:00 GMT | Mon, 06 Jul 2026 10:00:00 GMT | 60000
                    Mon, 06 Jul 2026 10:01:00 GMT | none                          | 30000
                    Mon, 06 Jul 2026 10:01:00 GMT | yesterday                     | 30000
                    Mon, 06 Jul 2026 09:00:00 GMT | none                          | 0
                    Tue, 06 Jul 2099 10:00:00 GMT | none                          | 7
                    Sun, 06 Jul 2098 10:00:00 GMT | none                          | 604800000
                    """)
    void saysHowLongToWait(String header, String date, long ms) {
        assertThat(RetryAfter.ms(header, date, VENUE_MS, 7)).isEqualTo(ms);
    }
}
