package io.keyward.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * No credentials are asked for. Only possible on the paths that are open ({@code /api/oauth/…}, {@code /api/atlas/v2/unauth/…}, {@code /api/keyward/v1/hints/…}), where it
 * is obligatory, so that neither a path nor an annotation opens anything alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Open {}
