package io.keyward.access.gate;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.Refusal;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the role in the organisation that a resource method {@link RequiresOrg}, at the same point as {@link RequiresInterceptor}.
 * Operators, who have no roles, came this far only because the method is for them too.
 */
@RequiresOrg(OrgRole.ORG_MEMBER)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class RequiresOrgInterceptor {
    private final CurrentCaller current;

    RequiresOrgInterceptor(CurrentCaller current) {
        this.current = current;
    }

    @AroundInvoke
    Object check(InvocationContext invocation) throws Exception {
        Caller caller = current.get();
        if (caller.kind() != Caller.Kind.OPERATOR) {
            Optional<Refusal> refusal = neededFor(invocation.getMethod()).refusal(caller, null);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
        return invocation.proceed();
    }

    private static Needed neededFor(Method method) {
        RequiresOrg requires = Optional.ofNullable(method.getAnnotation(RequiresOrg.class))
                .orElseGet(() -> method.getDeclaringClass().getAnnotation(RequiresOrg.class));
        return new Needed(List.of(), List.of(requires.value()));
    }
}
