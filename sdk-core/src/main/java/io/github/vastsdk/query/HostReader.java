package io.github.vastsdk.query;

import io.github.vastsdk.model.Host;
import io.github.vastsdk.model.Verification;
import org.jspecify.annotations.Nullable;

/** Reads what a row says of its machine, where columns have other values than the record. */
final class HostReader {
    private HostReader() {}

    static @Nullable Boolean verified(Host host) {
        return host.verification() == null ? null : host.isVerified();
    }

    static @Nullable String verification(Host host) {
        Verification verification = host.verification();
        return verification == null ? null : verification.wire();
    }

    static @Nullable Boolean datacenter(Host host) {
        return host.hostingType() == null ? null : host.isDatacenter();
    }
}
