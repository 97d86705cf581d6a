package io.github.vastsdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks types and methods whose result must be used: a {@link Call} that is dropped was never sent.
 *
 * <p>Error Prone, SpotBugs and IntelliJ match this annotation by its simple name and report a dropped result, so no
 * dependency on any of them is needed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CheckReturnValue {}
