package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import java.util.List;
import java.util.Optional;

/** Where a setting may stand beside the program itself. */
interface Source {
    /** The place or places in words, for people: "the file …". */
    String places();

    /** Looks there. What is blank is as good as not there. */
    Optional<Setting> find();

    /** An environment variable. */
    static Source variable(Environment environment, String name) {
        return new Source() {
            @Override
            public String places() {
                return "the environment variable " + name;
            }

            @Override
            public Optional<Setting> find() {
                return Optional.ofNullable(environment.variable(name))
                        .map(text -> new Setting(Secret.of(text), places()));
            }
        };
    }

    /** Looks into the sources in turn, and no further than necessary. */
    static Optional<Setting> first(List<Source> sources) {
        return sources.stream().map(Source::find).flatMap(Optional::stream).findFirst();
    }
}
