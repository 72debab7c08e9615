package io.keyward.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only the credential of a cluster driver ({@link Caller.Kind#DRIVER}); others get 403 {@code ACCESS_FORBIDDEN}. A driver's credential
 * reaches nothing that is not marked so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ForDrivers {}
