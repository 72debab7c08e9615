package io.keyward.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For operators of this installation ({@link Caller.Kind#OPERATOR}). Alone: for nobody else, others get 403 {@code ACCESS_FORBIDDEN}.
 * Beside {@link RequiresOrg}: for operators too, in every organisation. An operator reaches nothing of an organisation that is not marked so,
 * and sees no project.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ForOperators {}
