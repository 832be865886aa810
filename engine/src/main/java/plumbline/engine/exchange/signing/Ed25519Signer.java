package plumbline.engine.exchange.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// Signs with a private key whose public half the venue has: Ed25519, in Base64.
///
/// Source: RFC 8032, RFC 8410.
///
/// Thread-safe.
public final class Ed25519Signer implements RequestSigner {
    private static final String ALGORITHM = "Ed25519";
    private static final int SEED_BYTES = 32;
    private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String PEM_END = "-----END PRIVATE KEY-----";

    private final PrivateKey key;

    private Ed25519Signer(KeySpec spec) {
        try {
            key = KeyFactory.getInstance(ALGORITHM).generatePrivate(spec);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        } catch (InvalidKeySpecException e) {
            throw unreadable(); // without its cause, whose words are not ours
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "this is no private key of Ed25519, as 'openssl genpkey -algorithm ed25519' makes it");
    }

    /// @param seed the private key as RFC 8032 has it, 32 bytes; copied, so the caller may
    ///   overwrite it
    /// @throws IllegalArgumentException if it has another length
    public static Ed25519Signer ofSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException(
                    "a private key of Ed25519 has "
                            + SEED_BYTES
                            + " bytes, this has "
                            + seed.length);
        }
        return new Ed25519Signer(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.clone()));
    }

    /// @param pem a key that is not encrypted, in PKCS#8: `-----BEGIN PRIVATE KEY-----` and so on
    /// @throws IllegalArgumentException if it is none; the message holds nothing of it
    public static Ed25519Signer ofPem(String pem) {
        int from = pem.indexOf(PEM_BEGIN);
        int to = pem.indexOf(PEM_END);
        if (from < 0 || to < from) {
            throw unreadable();
        }
        byte[] encoded;
        try {
            encoded =
                    Base64.getDecoder()
                            .decode(
                                    pem.substring(from + PEM_BEGIN.length(), to)
                                            .replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw unreadable(); // without its cause, which quotes a sign of the key
        }
        try {
            return new Ed25519Signer(new PKCS8EncodedKeySpec(encoded));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    @Override
    public String sign(String payload) {
        return Base64.getEncoder()
                .encodeToString(signature(payload.getBytes(StandardCharsets.UTF_8)));
    }

    /// The 64 bytes of the signature.
    byte[] signature(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM); // one for each thread
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /// What it is, without the key.
    @Override
    public String toString() {
        return "Ed25519 with a private key";
    }
}
