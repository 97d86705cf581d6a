package io.github.vastsdk.internal;

import java.util.Locale;
import java.util.Set;

/**
 * Decides by its name whether something holds a secret. Names are compared without case, underscores, hyphens and
 * spaces.
 */
final class SensitiveNames {
    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "cookie", "setcookie", "sid", "passphrase", "backupcode", "backupcodes");
    private static final String[] CREDENTIAL_ENDINGS = {
        "token",
        "tokens",
        "secret",
        "secrets",
        "password",
        "passwords",
        "passwd",
        "loginpass",
        "apikey",
        "apikeys",
        "privatekey",
        "sessionkey",
        "accesskey",
        "hmac",
        "credential",
        "credentials"
    };
    private static final Set<String> CONTENTS = Set.of(
            "key",
            "value",
            "env",
            "extra",
            "extraenv",
            "onstart",
            "onstartcmd",
            "imagelogin",
            "imageargs",
            "args",
            "argsstr",
            "provisioninguri");

    private SensitiveNames() {}

    /** Tells whether the name alone says that a credential follows, also in the middle of a sentence. */
    static boolean isCredential(String name) {
        String plain = plain(name);
        if (CREDENTIALS.contains(plain)) {
            return true;
        }
        for (String ending : CREDENTIAL_ENDINGS) {
            if (plain.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a JSON member of this name may hold a credential, or what users put their secrets into. */
    static boolean isSensitiveMember(String name) {
        return isCredential(name) || CONTENTS.contains(plain(name));
    }

    /** Tells whether the name is that of a key, which may also be a public one. */
    static boolean isKey(String name) {
        return plain(name).equals("key");
    }

    /** Tells whether everything up to the end of the line belongs to the value, as in a header. */
    static boolean takesWholeLine(String name) {
        String plain = plain(name);
        return plain.equals("authorization") || plain.endsWith("cookie");
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
