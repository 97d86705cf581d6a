/**
 * Simulators of the APIs of Vast.ai and of Thunder Compute that run inside your JVM: start one, point a client at it, and
 * look at what came.
 *
 * <pre>{@code
 * try (VastSandbox sandbox = VastSandbox.start()) {
 *     MyApp app = new MyApp(sandbox.url(), sandbox.apiKey());
 *
 *     sandbox.faults().next(Fault.status(502).html().on("GET", "/api/v1/instances/"));
 *     app.refresh();
 *
 *     assertEquals(2, sandbox.requests().size());          // one failed, one was retried
 *     assertEquals(502, sandbox.requests().get(0).status());
 * }
 * }</pre>
 *
 * <p>A sandbox keeps state: what a call creates, a later call lists. It checks who calls, knows the error answers of each
 * operation, lives on a clock that a test moves ({@link io.github.vastsdk.sandbox.SandboxClock}), and fails on demand
 * ({@link io.github.vastsdk.sandbox.Faults}).
 *
 * <h2>Vast.ai</h2>
 *
 * <p>{@link io.github.vastsdk.sandbox.VastSandbox} knows the permissions of API keys and can enforce the service's
 * minimum intervals between calls ({@link io.github.vastsdk.sandbox.SandboxBuilder#rateScale(double)}). There is a
 * market: offers can be searched and rented, instances take their time to run, to stop and to go, and what is in use is
 * charged to the account's credit. An instance can be given another {@link io.github.vastsdk.sandbox.Fate}: to get stuck,
 * to fail, to be interrupted, to come back.
 *
 * <pre>{@code
 * sandbox.nextFate(Fate.STUCK_LOADING);                    // the next instance never gets to running
 * long id = app.rent();
 * clock.advance(Duration.ofMinutes(20));
 * app.watch();
 *
 * assertEquals(List.of(), sandbox.instanceIds());          // it was given up and destroyed
 * }</pre>
 *
 * <h2>Thunder Compute</h2>
 *
 * <p>{@link io.github.vastsdk.sandbox.ThunderSandbox} names instances by their place in the list, as the service does, so
 * that a client which goes by an old list meets another instance. Something can be made to happen just between two
 * requests ({@link io.github.vastsdk.sandbox.Faults#beforeNext}), the list can be behind
 * ({@link io.github.vastsdk.sandbox.ThunderSandboxBuilder#consistencyLag}), and an instance can be given a
 * {@link io.github.vastsdk.sandbox.ThunderFate}.
 *
 * <p>Nothing in them costs money and nothing leaves 127.0.0.1.
 */
package io.github.vastsdk.sandbox;
