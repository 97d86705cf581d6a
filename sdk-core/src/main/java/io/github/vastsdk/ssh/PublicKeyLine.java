package io.github.vastsdk.ssh;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three parts of an OpenSSH public key line, and the reasons why a text is not one. */
record PublicKeyLine(KeyType type, String base64, String comment) {
    private static final Pattern PARTS = Pattern.compile("(\\S+)(?:[ \\t]+(\\S+)(?:[ \\t]+(.*))?)?", Pattern.DOTALL);

    /** Key data starts with the length of the type name, 00 00 00, which is AAAA in base64. */
    private static final Pattern KEY_INSIDE =
            Pattern.compile("[ \\t](?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+[ \\t]+AAAA");

    private static final Pattern PATH =
            Pattern.compile("(?:[~/\\\\]|\\.{1,2}[/\\\\]|[A-Za-z]:[/\\\\]|file:).*|.*\\.pub|.*[/\\\\]id_\\w+|id_\\w+");

    static PublicKeyLine parse(String text) {
        String line = text.strip();
        if (line.isEmpty()) {
            throw KeyFormat.refused("it is empty");
        }
        refuseForeignFormat(line);
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw KeyFormat.refused("it has several lines; a public key is one line");
        }
        Matcher parts = PARTS.matcher(line);
        if (!parts.matches()) {
            throw KeyFormat.refused("it is not an OpenSSH public key; one reads: type, base64 text, comment");
        }
        String name = parts.group(1);
        KeyType type = KeyType.of(name).orElseThrow(() -> refusedType(name, line));
        String base64 = parts.group(2);
        if (base64 == null) {
            throw KeyFormat.refused("it is cut off: nothing follows the type");
        }
        String comment = parts.group(3) == null ? "" : parts.group(3);
        return new PublicKeyLine(type, base64, comment);
    }

    /** Gives the comment in its canonical form, or refuses it. */
    static String checkComment(String comment) {
        String stripped = comment.strip();
        if (stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw KeyFormat.refused("its comment contains a control character (a line break or a tab, for example)");
        }
        if (stripped.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw KeyFormat.refused("its comment contains half of a surrogate pair");
        }
        return stripped;
    }

    private static void refuseForeignFormat(String line) {
        KeyFormat format = KeyFormat.of(line);
        if (format != null) {
            throw KeyFormat.refused("it is " + format.description()
                    + (format.isPrivate()
                            ? ", which must stay secret; pass the public key, usually the file beside it ending in .pub"
                            : "; ssh-keygen -i converts such a key to an OpenSSH public key"));
        }
    }

    private static IllegalArgumentException refusedType(String name, String line) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (lowerCase.contains("-cert-v0")) {
            return KeyFormat.refused("it is an SSH certificate; pass the plain public key");
        }
        if (lowerCase.equals("ssh-dss")) {
            return KeyFormat.refused("it is a DSA key, which OpenSSH no longer supports; use an Ed25519 key");
        }
        if (KEY_INSIDE.matcher(line).find()) {
            return KeyFormat.refused("there is text in front of the key type (options, as in authorized_keys, or a host"
                    + " name, as in known_hosts); pass the key alone");
        }
        if (name.startsWith("AAAA")) {
            return KeyFormat.refused("the type is missing in front of the base64 text");
        }
        if (PATH.matcher(line).matches()) {
            return KeyFormat.refused("it looks like a file's path; read the file with SshPublicKey.fromFile");
        }
        return KeyFormat.refused("it is not an OpenSSH public key of a supported type (" + KeyType.names() + ")");
    }

    /** Decodes the key data as strictly as OpenSSH: padding is required, and unused bits are zero. */
    byte[] blob() {
        byte[] blob;
        try {
            blob = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Not kept as the cause: its message tells characters of the text.
            throw KeyFormat.refused("what follows the type is no valid base64 text; it may be cut off");
        }
        if (!Base64.getEncoder().encodeToString(blob).equals(base64)) {
            throw KeyFormat.refused("what follows the type is no complete base64 text; it may be cut off");
        }
        return blob;
    }
}
