package io.keyward.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The numbered rules and promises of {@code docs/rules.md} and the architecture that this test, or every test of this class, proves. A run
 * leaves its results in {@code target/rules}; {@link RuleCoverage} turns them into a table.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Rule {
    /** For example {@code {"V3", "P2"}}. */
    String[] value();
}
