package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;

/**
 * A setting, and where it was found.
 *
 * @param text what was found; a secret, for it may be a key, and an address may hold a password
 * @param source the place in words, for people: "the file …"
 */
record Setting(Secret text, String source) {}
