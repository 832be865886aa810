package plumbline.engine.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.Recording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// By published vectors: RFC 4231, RFC 8032, Binance's documentation, whose keys were never those
/// of an account.
class SignedRequestTest {
    private static final String SECRET =
            "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private static final RequestSigner BINANCE = new HmacSigner(bytes(SECRET));

    /// RFC 8032, 7.1, test 1.
    private static final String SEED =
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static SequencedMap<String, String> parameters(String text) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (String one : text.split("&")) {
            if (!one.isEmpty()) {
                String[] sides = one.split("=", 2);
                parameters.put(sides[0], sides[1]);
            }
        }
        return parameters;
    }

    /// Tests 1, 2 and 6: the last key is longer than a block.
    @Test
    void hmacOfRfc4231() {
        byte[] eleven = new byte[20];
        Arrays.fill(eleven, (byte) 0x0b);
        byte[] large = new byte[131];
        Arrays.fill(large, (byte) 0xaa);

        assertThat(new HmacSigner(eleven).sign("Hi There"))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(new HmacSigner(bytes("Jefe")).sign("what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(
                        new HmacSigner(large)
                                .sign("Test Using Larger Than Block-Size Key - Hash Key First"))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    /// Tests 1 to 3.
    @ParameterizedTest
    @CsvSource({
        SEED
                + ", '', e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 72, 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7, af82, 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    })
    void ed25519OfRfc8032(String seed, String message, String signature) {
        assertThat(Ed25519Signer.ofSeed(hex(seed)).signature(hex(message)))
                .isEqualTo(hex(signature));
    }

    @Test
    void binancesExampleInTheQueryInTheBodyAndInBoth() {
        String all =
                "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1"
                        + "&recvWindow=5000&timestamp=1499827319559";
        String signature = "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";
        String head = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC";
        String rest = "quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559";

        assertThat(SignedRequest.http(parameters(all), parameters(""), BINANCE))
                .isEqualTo(new SignedRequest(all + "&signature=" + signature, ""));
        assertThat(SignedRequest.http(parameters(""), parameters(all), BINANCE))
                .isEqualTo(new SignedRequest("", all + "&signature=" + signature));
        assertThat(SignedRequest.http(parameters(head), parameters(rest), BINANCE))
                .as("no sign between query and body")
                .isEqualTo(
                        new SignedRequest(
                                head,
                                rest
                                        + "&signature=0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77"));
    }

    /// What is signed is what is sent.
    @Test
    void valuesAreEncodedBeforeTheyAreSigned() {
        SequencedMap<String, String> query = new LinkedHashMap<>();
        query.put("symbol", "１２３４５６");
        query.putAll(
                parameters(
                        "side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000"
                                + "&timestamp=1499827319559"));

        assertThat(SignedRequest.http(query, parameters(""), BINANCE).query())
                .startsWith(
                        "symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&")
                .endsWith(
                        "&signature=e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3");
        assertThat(
                        SignedRequest.http(parameters("a= +*~-_.&b=/%"), parameters(""), BINANCE)
                                .query())
                .startsWith("a=%20%2B%2A~-_.&b=%2F%25&signature=");
    }

    @Test
    void overASocketTheyAreSortedAndNotEncoded() {
        Map<String, String> order =
                parameters(
                        "symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&quantity=0.01000000"
                                + "&price=52000.00&recvWindow=100&timestamp=1645423376532"
                                + "&apiKey=vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A");

        SequencedMap<String, String> signed = SignedRequest.socket(order, BINANCE);

        assertThat(signed)
                .containsEntry(
                        "signature",
                        "aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24")
                .hasSize(10);
        assertThat(List.copyOf(signed.keySet())).isSorted();
        assertThat(SignedRequest.socket(Map.of("apiKey", "k", "symbol", "这 &"), BINANCE))
                .containsEntry("signature", BINANCE.sign("apiKey=k&symbol=这 &"));
    }

    /// Its `+`, `/` and `=` mean something else in an address.
    @Test
    void aSignatureInBase64IsEncodedInAnAddressAndNotOverASocket() {
        RequestSigner signer = Ed25519Signer.ofSeed(hex(SEED));
        String plain = signer.sign("timestamp=1");

        String query =
                SignedRequest.http(parameters("timestamp=1"), parameters(""), signer).query();

        assertThat(plain).endsWith("==");
        assertThat(query)
                .isEqualTo(
                        "timestamp=1&signature="
                                + plain.replace("+", "%2B")
                                        .replace("/", "%2F")
                                        .replace("=", "%3D"));
        assertThat(SignedRequest.socket(Map.of("apiKey", "k", "timestamp", "1"), signer))
                .containsEntry("signature", signer.sign("apiKey=k&timestamp=1"));
    }

    @Test
    void theSameKeyFromAFileAndFromItsSeed() {
        byte[] encoded = hex("302e020100300506032b657004220420" + SEED); // RFC 8410, 7
        String pem =
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(encoded)
                        + "\n-----END PRIVATE KEY-----\n";

        assertThat(Ed25519Signer.ofPem(pem).sign("a"))
                .isEqualTo(Ed25519Signer.ofSeed(hex(SEED)).sign("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secretText",
                "-----BEGIN PRIVATE KEY-----\nsecretText!\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nsecretText\n-----END PRIVATE KEY-----",
                "-----END PRIVATE KEY-----secretText-----BEGIN PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nsecretText\n-----END RSA PRIVATE KEY-----",
            })
    void aKeyThatCannotBeReadIsNotShown(String pem) {
        assertThatThrownBy(() -> Ed25519Signer.ofPem(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secretText", "!");
    }

    @Test
    void keysAreShownNowhere() {
        Ed25519Signer signer = Ed25519Signer.ofSeed(hex(SEED));
        byte[] wrong = bytes("secretText");

        assertThat(BINANCE.toString()).doesNotContain(SECRET, "@");
        assertThat(signer.toString()).doesNotContain(SEED.substring(0, 8), "@");
        assertThatThrownBy(() -> Ed25519Signer.ofSeed(wrong))
                .hasMessage("a private key of Ed25519 has 32 bytes, this has 10");
        assertThatThrownBy(() -> new HmacSigner(new byte[0])).hasMessage("the secret is empty");
        assertThatThrownBy(() ->
                        SignedRequest.http(
                                parameters("apiKey=secretText&signature=secretText"),
                                parameters(""),
                                BINANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secretText");
        assertThatThrownBy(() -> SignedRequest.socket(Map.of("a", "secretText"), BINANCE))
                .hasMessage("apiKey is signed too, and is missing");
    }

    /// Whoever made it may overwrite its own copy.
    @Test
    void theKeyIsCopied() {
        byte[] secret = bytes(SECRET);
        byte[] seed = hex(SEED);
        RequestSigner hmac = new HmacSigner(secret);
        RequestSigner ed25519 = Ed25519Signer.ofSeed(seed);
        Arrays.fill(secret, (byte) 0);
        Arrays.fill(seed, (byte) 0);

        assertThat(hmac.sign("a")).isEqualTo(BINANCE.sign("a"));
        assertThat(ed25519.sign("a")).isEqualTo(Ed25519Signer.ofSeed(hex(SEED)).sign("a"));
    }

    @Test
    void manyThreadsSignAtOnce() throws Exception {
        List<RequestSigner> signers = List.of(BINANCE, Ed25519Signer.ofSeed(hex(SEED)));
        for (RequestSigner signer : signers) {
            List<String> alone =
                    IntStream.range(0, 500).mapToObj(i -> signer.sign("n=" + i)).toList();
            List<Callable<String>> tasks =
                    IntStream.range(0, 500)
                            .<Callable<String>>mapToObj(i -> () -> signer.sign("n=" + i))
                            .collect(Collectors.toList());
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> together = threads.invokeAll(tasks);
                for (int i = 0; i < alone.size(); i++) {
                    assertThat(together.get(i).get()).isEqualTo(alone.get(i));
                }
            }
        }
    }

    @Test
    void collectedVectors() throws Exception {
        JsonNode all =
                JsonMapper.builder()
                        .build()
                        .readTree(Recording.bytes("signing/binance_signing_vectors.json"));
        RequestSigner hmac = new HmacSigner(bytes(all.at("/hmac/secretKey").asString()));
        RequestSigner ed25519 = Ed25519Signer.ofSeed(hex(all.at("/ed25519/seedHex").asString()));

        assertThat(all.at("/hmac/rows").size()).isEqualTo(3);
        assertThat(all.at("/ed25519/rows").size()).isEqualTo(3);
        all.at("/hmac/rows")
                .forEach(row ->
                        assertThat(hmac.sign(row.path("payload").asString()))
                                .isEqualTo(row.path("signature").asString()));
        all.at("/ed25519/rows")
                .forEach(row ->
                        assertThat(ed25519.sign(row.path("payload").asString()))
                                .isEqualTo(row.path("signature").asString()));
    }
}
