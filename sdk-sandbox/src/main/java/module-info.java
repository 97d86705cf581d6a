import org.jspecify.annotations.NullMarked;

/**
 * In-process simulators of the APIs of Vast.ai and of Thunder Compute. Start at
 * {@code io.github.vastsdk.sandbox.VastSandbox} or {@code io.github.vastsdk.sandbox.ThunderSandbox}.
 */
@NullMarked
module io.github.vastsdk.sandbox {
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports io.github.vastsdk.sandbox;
}
