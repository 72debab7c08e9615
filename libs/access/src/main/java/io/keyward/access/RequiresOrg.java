package io.keyward.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only callers with one of these roles, or one that includes it, in their organisation, whether or not they are in the project of the path;
 * that they see the project, and that the organisation of the path is theirs, was asked before. Others get 403 {@code ACCESS_FORBIDDEN}
 * naming the roles.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresOrg {
    @Nonbinding
    OrgRole[] value();
}
