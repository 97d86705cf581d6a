package io.github.vastsdk.ssh;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Shows that a private and a public half belong together: what one signs, the other verifies. */
final class KeyHalves {
    /** All that stands before the 32 bytes of an Ed25519 key in the JDK's encodings. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private KeyHalves() {}

    static void checkEd25519(byte[] seed, byte[] point) {
        check("Ed25519", () -> {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            return verifies(
                    "Ed25519",
                    keys.generatePrivate(new PKCS8EncodedKeySpec(concat(PKCS8_PREFIX, seed))),
                    keys.generatePublic(new X509EncodedKeySpec(concat(X509_PREFIX, point))));
        });
    }

    static void checkRsa(BigInteger modulus, BigInteger publicExponent, BigInteger privateExponent) {
        check("RSA", () -> {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            return verifies(
                    "SHA256withRSA",
                    keys.generatePrivate(new RSAPrivateKeySpec(modulus, privateExponent)),
                    keys.generatePublic(new RSAPublicKeySpec(modulus, publicExponent)));
        });
    }

    static void checkEcdsa(int bits, byte[] point, BigInteger secret) {
        check("EC", () -> {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp" + bits + "r1"));
            ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
            int middle = (point.length + 1) / 2;
            ECPoint publicPoint = new ECPoint(
                    new BigInteger(1, Arrays.copyOfRange(point, 1, middle)),
                    new BigInteger(1, Arrays.copyOfRange(point, middle, point.length)));
            KeyFactory keys = KeyFactory.getInstance("EC");
            return verifies(
                    "SHA256withECDSA",
                    keys.generatePrivate(new ECPrivateKeySpec(secret, curve)),
                    keys.generatePublic(new ECPublicKeySpec(publicPoint, curve)));
        });
    }

    private static boolean verifies(String algorithm, PrivateKey privateKey, PublicKey publicKey)
            throws GeneralSecurityException {
        byte[] message = {1};
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(privateKey);
        signer.update(message);
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(publicKey);
        verifier.update(message);
        return verifier.verify(signature);
    }

    private static void check(String algorithm, Trial trial) {
        boolean match;
        try {
            match = trial.run();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks " + algorithm + " (module jdk.crypto.ec)", e);
        } catch (GeneralSecurityException | ProviderException e) {
            // Not kept as the cause: a provider may put numbers of the key into its message.
            match = false;
        }
        if (!match) {
            throw KeyFormat.refused("its private and its public half do not belong together");
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private interface Trial {
        boolean run() throws GeneralSecurityException;
    }
}
