package io.keyward.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Anyone who has authenticated, whatever their roles; drivers excepted, who reach only what is {@link ForDrivers}. What such an operation
 * answers is limited by itself to what its caller may see.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ForAnyone {}
