package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.RateForm;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.http.Delivery;
import io.github.vastsdk.sandbox.internal.http.Delivery.Kind;
import io.github.vastsdk.sandbox.internal.service.FaultPlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong with a request: a value, to be given to {@link Faults#next(Fault...)}.
 *
 * <p>There are three families, and what happens to the operation depends on them:
 *
 * <ul>
 *   <li>another answer ({@link #status(int)}, {@link #error}, {@link #rateLimited(double)}, {@link #garbage()},
 *       {@link #empty()}): the operation is <em>not</em> done, unless {@link #afterExecuting()} is added;
 *   <li>no answer ({@link #reset()}, {@link #stall()}): likewise;
 *   <li>the operation's own answer on a bad journey ({@link #delay}, {@link #delayBody}, {@link #stallBody()},
 *       {@link #truncate(int)}, {@link #resetAfterHeaders()}, {@link #closeAfter()}, {@link #gzip()},
 *       {@link #huge(int)}): the operation <em>is</em> done.
 * </ul>
 *
 * <pre>{@code
 * sandbox.faults().next(
 *         Fault.rateLimited(2.0).header("Retry-After", "0").times(2),
 *         Fault.resetAfterExecuting().on("POST", "/ssh/$"));
 * }</pre>
 *
 * <p>A fault is immutable: each method gives a new one. Delays run on the real clock, whatever clock the sandbox has;
 * delays and stalls end when the sandbox closes.
 */
public final class Fault {
    private final @Nullable String method;
    private final @Nullable Pattern path;
    private final int times;
    private final FaultPlan plan;

    private Fault(@Nullable String method, @Nullable Pattern path, int times, FaultPlan plan) {
        this.method = method;
        this.path = path;
        this.times = times;
        this.plan = plan;
    }

    private static Fault of(boolean executes, @Nullable Answer answer, Delivery delivery) {
        return new Fault(null, null, 1, new FaultPlan(executes, answer, Map.of(), delivery));
    }

    private static Fault answering(Answer answer) {
        return of(false, answer, Delivery.PLAIN);
    }

    private static Fault travelling(Delivery delivery) {
        return of(true, null, delivery);
    }

    /**
     * Answers with a status and an empty body; add {@link #json}, {@link #html()} or {@link #body} for another one.
     *
     * @param status the status, 200 to 599
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range
     */
    public static Fault status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a status is 200 to 599, not " + status);
        }
        return answering(new Answer(status, Map.of(), ""));
    }

    /**
     * Answers with the usual error envelope of Vast.ai; {@link ThunderFault} has that of Thunder Compute.
     *
     * @param status the status, 200 to 599; the service also refuses with 200
     * @param code the {@code error} member
     * @param msg the {@code msg} member
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range
     */
    public static Fault error(int status, String code, String msg) {
        return status(status).json(FaultParts.envelope(code, msg));
    }

    /**
     * Answers 429 as most operations of Vast.ai do. Any interval can be claimed; nothing is enforced by it.
     *
     * @param seconds the interval in seconds to claim
     * @return the fault
     */
    public static Fault rateLimited(double seconds) {
        return rateLimited(RateBody.DOCUMENTED, seconds);
    }

    /**
     * Answers 429 in one of the forms that Vast.ai uses.
     *
     * @param body the form; {@link RateBody#DOCUMENTED} stands for {@link RateBody#DETAIL}
     * @param seconds the interval in seconds to claim
     * @return the fault
     */
    public static Fault rateLimited(RateBody body, double seconds) {
        RateForm form = body.form();
        return answering((form == null ? RateForm.DETAIL : form).answer(seconds));
    }

    /** {@return a fault that answers 200 with JSON that ends in the middle of a word} */
    public static Fault garbage() {
        return status(200).json("{\"success\": tru");
    }

    /** {@return a fault that answers 200 with an empty body} */
    public static Fault empty() {
        return status(200).json("");
    }

    /** {@return a fault that reads the request and resets the connection; the operation is not done} */
    public static Fault reset() {
        return of(false, null, Delivery.of(Kind.RESET));
    }

    /** {@return a fault that does the operation and resets the connection before a byte of the answer} */
    public static Fault resetAfterExecuting() {
        return reset().afterExecuting();
    }

    /** {@return a fault that does the operation, sends the headers of the answer and resets the connection} */
    public static Fault resetAfterHeaders() {
        return travelling(Delivery.of(Kind.RESET_AFTER_HEADERS));
    }

    /** {@return a fault that does the operation, answers, and then closes the connection unannounced} */
    public static Fault closeAfter() {
        return travelling(Delivery.of(Kind.CLOSE_AFTER));
    }

    /** {@return a fault that reads the request and never answers; the operation is not done} */
    public static Fault stall() {
        return of(false, null, Delivery.of(Kind.STALL));
    }

    /** {@return a fault that does the operation, sends the headers and one byte of the body, and then nothing} */
    public static Fault stallBody() {
        return travelling(Delivery.PLAIN.kind(Kind.STALL_BODY, 1));
    }

    /**
     * Does the operation, announces the whole answer, sends a part of the body and closes the connection. The last byte
     * is never sent, however short the body.
     *
     * @param bytes how many bytes of the body to send
     * @return the fault
     * @throws IllegalArgumentException if the count is negative
     */
    public static Fault truncate(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("cannot send " + bytes + " bytes");
        }
        return travelling(Delivery.PLAIN.kind(Kind.TRUNCATE, bytes));
    }

    /**
     * Does the operation and waits before the first byte of the answer.
     *
     * @param delay how long
     * @return the fault
     * @throws IllegalArgumentException if the delay is negative
     */
    public static Fault delay(Duration delay) {
        return travelling(Delivery.PLAIN).delayed(delay);
    }

    /**
     * Does the operation, sends the headers and waits before the first byte of the body.
     *
     * @param delay how long
     * @return the fault
     * @throws IllegalArgumentException if the delay is negative
     */
    public static Fault delayBody(Duration delay) {
        return travelling(Delivery.PLAIN.delays(Duration.ZERO, FaultParts.notNegative(delay)));
    }

    /** {@return a fault that does the operation and compresses the answer with gzip, asked for or not} */
    public static Fault gzip() {
        return travelling(Delivery.PLAIN.gzipped());
    }

    /**
     * Does the operation and adds blanks behind the answer's JSON, which stays valid. With {@link #gzipped()}, little
     * travels and much comes out.
     *
     * @param megabytes how many million blanks, 1 to 4096
     * @return the fault
     * @throws IllegalArgumentException if the size is out of range
     */
    public static Fault huge(int megabytes) {
        if (megabytes < 1 || megabytes > 4096) {
            throw new IllegalArgumentException("1 to 4096 megabytes, not " + megabytes);
        }
        return travelling(Delivery.PLAIN.padding(megabytes * 1_000_000L));
    }

    /**
     * Gives the answer a JSON body.
     *
     * @param body the text; it need not be valid
     * @return the fault with that body
     * @throws IllegalStateException if this fault keeps the operation's own answer or gives none
     */
    public Fault json(String body) {
        return body("application/json", body);
    }

    /**
     * Gives the answer the kind of HTML page with which a gateway reports its status.
     *
     * @return the fault with that body
     * @throws IllegalStateException if this fault keeps the operation's own answer or gives none
     */
    public Fault html() {
        return body("text/html", FaultParts.page(replacement().status()));
    }

    /**
     * Gives the answer a body of any type.
     *
     * @param contentType the value of {@code Content-Type}
     * @param body the text
     * @return the fault with that body
     * @throws IllegalStateException if this fault keeps the operation's own answer or gives none
     */
    public Fault body(String contentType, String body) {
        Answer answer = Answer.of(replacement().status(), FaultParts.headerText(contentType), body);
        return with(new FaultPlan(plan.executes(), answer, plan.headers(), plan.delivery()));
    }

    private Answer replacement() {
        Answer answer = plan.answer();
        if (answer == null) {
            throw new IllegalStateException("only a fault with a status of its own has a body; start at Fault.status");
        }
        return answer;
    }

    /**
     * Adds a header to the answer, or replaces it. A wrong {@code Retry-After}, for instance.
     *
     * @param name the name
     * @param value the value
     * @return the fault with that header
     * @throws IllegalArgumentException if either contains a line break
     */
    public Fault header(String name, String value) {
        Map<String, String> headers = new LinkedHashMap<>(plan.headers());
        headers.put(FaultParts.headerText(name), FaultParts.headerText(value));
        return with(new FaultPlan(plan.executes(), plan.answer(), headers, plan.delivery()));
    }

    /**
     * Waits before the first byte of the answer.
     *
     * @param delay how long
     * @return the fault with that delay
     * @throws IllegalArgumentException if the delay is negative
     */
    public Fault delayed(Duration delay) {
        return with(plan.delivery()
                .delays(FaultParts.notNegative(delay), plan.delivery().bodyDelay()));
    }

    /** {@return this fault with the answer compressed with gzip} */
    public Fault gzipped() {
        return with(plan.delivery().gzipped());
    }

    /**
     * Does the operation before the fault happens. For the client the two look the same; the account differs.
     *
     * @return the fault that comes after the operation
     */
    public Fault afterExecuting() {
        return with(new FaultPlan(true, plan.answer(), plan.headers(), plan.delivery()));
    }

    /**
     * Limits the fault to requests with a method and a path.
     *
     * @param onlyMethod the method, in capitals
     * @param pathRegex a regular expression that is to be found in the path as sent
     * @return the limited fault
     */
    public Fault on(String onlyMethod, String pathRegex) {
        return new Fault(onlyMethod, Pattern.compile(pathRegex), times, plan);
    }

    /**
     * Limits the fault to requests with a path.
     *
     * @param pathRegex a regular expression that is to be found in the path as sent
     * @return the limited fault
     */
    public Fault onPath(String pathRegex) {
        return new Fault(method, Pattern.compile(pathRegex), times, plan);
    }

    /**
     * Lets the fault happen to several requests.
     *
     * @param count to how many, at least 1
     * @return the repeated fault
     * @throws IllegalArgumentException if the count is below 1
     */
    public Fault times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a fault happens at least once, not " + count + " times");
        }
        return new Fault(method, path, count, plan);
    }

    int times() {
        return times;
    }

    FaultPlan plan() {
        return plan;
    }

    boolean matches(String requestMethod, String requestPath) {
        return (method == null || method.equals(requestMethod))
                && (path == null || path.matcher(requestPath).find());
    }

    private Fault with(FaultPlan other) {
        return new Fault(method, path, times, other);
    }

    private Fault with(Delivery delivery) {
        return with(new FaultPlan(plan.executes(), plan.answer(), plan.headers(), delivery));
    }
}
