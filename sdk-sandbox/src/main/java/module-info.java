import org.jspecify.annotations.NullMarked;

/** In-process simulator of the Vast.ai API. Start at {@code io.github.vastsdk.sandbox.VastSandbox}. */
@NullMarked
module io.github.vastsdk.sandbox {
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports io.github.vastsdk.sandbox;
}
