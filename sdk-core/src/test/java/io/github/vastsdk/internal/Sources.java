package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import java.util.Optional;
import java.util.function.Supplier;

/** Places in which settings stand, or do not. */
final class Sources {
    private Sources() {}

    static Source source(String places, String text) {
        return source(places, () -> Optional.of(new Setting(Secret.of(text), places)));
    }

    static Source empty() {
        return source("an empty place", Optional::empty);
    }

    /** A place that nobody may look at. */
    static Source unreadable() {
        return source("an unreadable place", () -> {
            throw new AssertionError("looked further than necessary");
        });
    }

    private static Source source(String places, Supplier<Optional<Setting>> look) {
        return new Source() {
            @Override
            public String places() {
                return places;
            }

            @Override
            public Optional<Setting> find() {
                return look.get();
            }
        };
    }
}
