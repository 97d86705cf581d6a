package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.RateForm;
import org.jspecify.annotations.Nullable;

/** The forms in which the service says that calls come too fast. */
public enum RateBody {
    /** The form that is documented for the operation: mostly {@link #DETAIL}. */
    DOCUMENTED(null),
    /** JSON: {@code {"detail":"API requests too frequent endpoint threshold=2.0"}}. */
    DETAIL(RateForm.DETAIL),
    /** Plain text: {@code API requests too frequent: endpoint threshold=2.0}. */
    TEXT(RateForm.TEXT),
    /** Plain text that does not name the interval: {@code API requests too frequent}. */
    TEXT_WITHOUT_THRESHOLD(RateForm.TEXT_WITHOUT_THRESHOLD),
    /** JSON with {@code success}, {@code "error":"rate_limit_exceeded"}, and the threshold in {@code msg}. */
    MESSAGE(RateForm.MESSAGE);

    private final @Nullable RateForm form;

    RateBody(@Nullable RateForm form) {
        this.form = form;
    }

    @Nullable
    RateForm form() {
        return form;
    }
}
