package io.github.vastsdk.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;

/** What faults are made of, and the checks of it. */
final class FaultParts {
    private FaultParts() {}

    /** Gives the service's usual error envelope. */
    static String envelope(String code, String msg) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("success", false)
                .put("error", code)
                .put("msg", msg)
                .toString();
    }

    /** Gives the page with which a gateway reports a status. */
    static String page(int status) {
        String title =
                switch (status) {
                    case 502 -> "502 Bad Gateway";
                    case 503 -> "503 Service Temporarily Unavailable";
                    case 504 -> "504 Gateway Time-out";
                    default -> String.valueOf(status);
                };
        return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n</body>\r\n</html>\r\n";
    }

    static String headerText(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a header has no line breaks");
        }
        return text;
    }

    static Duration notNegative(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative: " + delay);
        }
        return delay;
    }
}
