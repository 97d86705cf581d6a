package io.github.vastsdk.ssh;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats that people mistake for an OpenSSH public key, known by their first words. */
enum KeyFormat {
    /** With its frame, or only the body, which always starts with the same magic word. */
    OPENSSH_PRIVATE("an OpenSSH private key", true, "-- ?BEGIN OPENSSH PRIVATE KEY|^b3BlbnNzaC1rZXktdjE"),
    PUTTY_PRIVATE("a PuTTY private key (PPK)", true, "^PuTTY-User-Key-File-|^Private-Lines:"),
    PEM_PRIVATE("a private key in PEM format", true, "-- ?BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY"),
    SSH2_PUBLIC("an SSH2 public key (RFC 4716)", false, "-- ?BEGIN SSH2 PUBLIC KEY"),
    PEM_OTHER("a public key or certificate in PEM format (X.509)", false, "^-----BEGIN ");

    private final String description;
    private final boolean secret;
    private final Pattern mark;

    KeyFormat(String description, boolean secret, String mark) {
        this.description = description;
        this.secret = secret;
        this.mark = Pattern.compile(mark, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }

    /** Recognises the format of a text, or gives null when the text shows no sign of one. */
    static @Nullable KeyFormat of(String text) {
        for (KeyFormat format : values()) {
            if (format.mark.matcher(text).find()) {
                return format;
            }
        }
        return null;
    }

    String description() {
        return description;
    }

    boolean isPrivate() {
        return secret;
    }

    /** The one way to refuse a key. The reason is always a fixed sentence, so that no key material can be in it. */
    static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("Not a usable SSH key: " + reason);
    }
}
