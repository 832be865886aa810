package plumbline.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String HOME = "/home/ada";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://ada:s3cret@db.local/candles | jdbc:postgresql://ada:***@db.local/candles",
                "https://ada:p@ss@host/x | https://ada:***@host/x",
                "redis://topsecret@host:6379 | redis://***@host:6379",
                "jdbc:h2:x;USER=sa;PASSWORD=abc def | jdbc:h2:x;USER=sa;PASSWORD=*** def",
                "https://x/y?key=AB12&symbol=BTC | https://x/y?key=***&symbol=BTC",
                "https://x/y?api_key=AB12&token=zz | https://x/y?api_key=***&token=***",
                "{\"apiKey\": \"ab cd\", \"n\": 1} | {\"apiKey\": ***, \"n\": 1}",
                "PLUMBLINE_APIKEY=zz private_key: yy 'key': 'xx' key = ww | PLUMBLINE_APIKEY=*** private_key: *** 'key': *** key = ***",
                "secret: xyz, next | secret: ***, next",
                "signature=0a1b2c | signature=***",
                "Authorization: Bearer eyJhbGciOi.abc.def | Bearer ***",
                "sent d41d8cd98f00b204e9800998ecf8427e to it | sent *** to it",
                "X-Id 0xd41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e | X-Id ***",
                "mac kQ7v1YxP0a+9sZbW3fT/hUqLm2NnE8rGdJcVtXoIyA4= end | mac *** end",
                "id vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A | id ***",
                "cannot read /home/ada/.plumbline/candles.mv.db | cannot read ~/.plumbline/candles.mv.db",
                "in /home/ada | in ~"
            })
    void secretsAreTakenOut(String text, String shown) {
        assertThat(Redaction.of(text, HOME)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at plumbline.ui.chart.ChartPainter.paint(ChartPainter.java:75)",
                "java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:642)",
                "/opt/data/exchange/binance/spot/monthly/klines/BTCUSDT-1m-2024-03.csv",
                "AbstractTransactionalDataSourceSpringContextTests",
                "/home/adam/x and /home/ada-2/y",
                "binance:BTC/USDT 1h has 12 gaps from 2024-01-05 08:00 to 2024-01-06",
                "the keyboard monkey: bananas",
                "no series with this key: binance:BTC/USDT 1h",
                "connect to http://localhost:8080/path",
                "7f0c1d2e-5a6b-4c7d-8e9f-001122334455"
            })
    void whatIsNoSecretStays(String text) {
        assertThat(Redaction.of(text, HOME)).isEqualTo(text);
    }

    @Test
    void aUserWithoutAFolderIsNoTrouble() {
        assertThat(Redaction.of("/etc/hosts", "")).isEqualTo("/etc/hosts");
        assertThat(Redaction.of("/etc/hosts", "/")).isEqualTo("/etc/hosts");
    }
}
