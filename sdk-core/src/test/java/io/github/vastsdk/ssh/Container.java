package io.github.vastsdk.ssh;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A private key of the test resources taken apart, so that a test can put it together wrongly. */
final class Container {
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    /** How many fields follow the type, the comment included. */
    private static final Map<String, Integer> FIELDS = Map.of("ssh-ed25519", 3, "ssh-rsa", 7);

    private static final int ECDSA_FIELDS = 4;

    String cipher;
    String kdf;
    byte[] kdfOptions;
    int count;
    byte[] publicBlob;
    int firstCheck;
    int secondCheck;
    final List<byte[]> fields = new ArrayList<>();
    byte[] padding;
    byte[] surplus = {};

    Container(String name) {
        byte[] data = Base64.getDecoder().decode(TestKeys.text(name).replaceAll("-----.*-----|\\s", ""));
        WireReader in = new WireReader(Arrays.copyOfRange(data, MAGIC.length, data.length));
        cipher = in.name();
        kdf = in.name();
        kdfOptions = in.bytes();
        count = in.uint32();
        publicBlob = in.bytes();
        WireReader secrets = new WireReader(in.bytes());
        firstCheck = secrets.uint32();
        secondCheck = secrets.uint32();
        String type = secrets.name();
        fields.add(type.getBytes(StandardCharsets.US_ASCII));
        for (int i = FIELDS.getOrDefault(type, ECDSA_FIELDS); i > 0; i--) {
            fields.add(secrets.bytes());
        }
        padding = secrets.rest();
    }

    /** Adds to a number, or to the last byte of some bytes. */
    Container add(int field, int summand) {
        byte[] sum = new BigInteger(fields.get(field))
                .add(BigInteger.valueOf(summand))
                .toByteArray();
        if (sum.length != fields.get(field).length) {
            throw new IllegalStateException("the field has changed its length");
        }
        fields.set(field, sum);
        return this;
    }

    String text() {
        WireWriter secrets = new WireWriter().uint32(firstCheck).uint32(secondCheck);
        fields.forEach(secrets::bytes);
        secrets.raw(padding);
        byte[] data = new WireWriter()
                .raw(MAGIC)
                .text(cipher)
                .text(kdf)
                .bytes(kdfOptions)
                .uint32(count)
                .bytes(publicBlob)
                .bytes(secrets.toBytes())
                .raw(surplus)
                .toBytes();
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(data)
                + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }
}
