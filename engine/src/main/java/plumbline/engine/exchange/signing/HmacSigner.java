package plumbline.engine.exchange.signing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs with a secret that the venue has too: HMAC-SHA256, in hexadecimal digits.
///
/// Source: RFC 2104, RFC 4231.
///
/// Thread-safe.
public final class HmacSigner implements RequestSigner {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param secret as the venue gave it; copied, so the caller may overwrite it
    /// @throws IllegalArgumentException if it is empty
    public HmacSigner(byte[] secret) {
        if (secret.length == 0) {
            throw new IllegalArgumentException("the secret is empty");
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    @Override
    public String sign(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM); // one of its own for each thread
            mac.init(key);
            byte[] signature = mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /// What it is, without the secret.
    @Override
    public String toString() {
        return "HMAC-SHA256 with a secret";
    }
}
