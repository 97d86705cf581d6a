import org.jspecify.annotations.NullMarked;

/**
 * Fluent clients for the GPU clouds Vast.ai and Thunder Compute. Start at {@code io.github.vastsdk.VastClient} or
 * {@code io.github.vastsdk.thunder.ThunderClient}.
 */
@NullMarked
module io.github.vastsdk {
    requires transitive com.fasterxml.jackson.databind;
    requires transitive java.net.http;
    requires static transitive org.jspecify;
    requires dev.failsafe.core;
    requires org.slf4j;

    exports io.github.vastsdk;
    exports io.github.vastsdk.cloud;
    exports io.github.vastsdk.error;
    exports io.github.vastsdk.launch;
    exports io.github.vastsdk.model;
    exports io.github.vastsdk.query;
    exports io.github.vastsdk.request;
    exports io.github.vastsdk.ssh;
    exports io.github.vastsdk.thunder;

    // Jackson calls factories and accessors that are not public.
    opens io.github.vastsdk.model to
            com.fasterxml.jackson.databind;
    opens io.github.vastsdk.request to
            com.fasterxml.jackson.databind;
    opens io.github.vastsdk.thunder to
            com.fasterxml.jackson.databind;
}
