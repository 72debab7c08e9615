package io.keyward.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only callers with one of these roles, or one that includes it, in the project of the path ({@code {groupId}}), or with one of the named
 * roles in its organisation. Others get 403 {@code ACCESS_FORBIDDEN} naming the roles. Asked after the body was read, so that a body that is
 * not even readable is 400 first.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
    @Nonbinding
    ProjectRole[] value();

    /** Roles in the organisation that will do as well, for whoever sees the project from outside. */
    @Nonbinding
    OrgRole[] orOrg() default {};
}
