package io.keyward.access.gate;

import io.keyward.access.CurrentCaller;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;

/** Asks for the role in the organisation that a resource method {@link RequiresOrg}, at the same point as {@link RequiresInterceptor}. */
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
        OrgRole needed = Optional.ofNullable(invocation.getMethod().getAnnotation(RequiresOrg.class))
                .orElseGet(() -> invocation.getMethod().getDeclaringClass().getAnnotation(RequiresOrg.class))
                .value();
        if (!current.get().has(needed)) {
            throw Refusal.of(ErrorCode.ACCESS_FORBIDDEN, needed.name())
                    .withDetail("This needs the role " + needed.title() + " (" + needed + ") in the organization.");
        }
        return invocation.proceed();
    }
}
