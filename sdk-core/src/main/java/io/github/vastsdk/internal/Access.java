package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import java.net.URI;

/**
 * Where a service is, and with which key to call it.
 *
 * @param base the address, without a slash at its end
 * @param key the key
 * @param source where the key was found, in words for people
 */
public record Access(URI base, Secret key, String source) {
    Access(URI base, Setting key) {
        this(base, key.text(), key.source());
    }
}
