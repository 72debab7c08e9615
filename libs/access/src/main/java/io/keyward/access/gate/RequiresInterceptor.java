package io.keyward.access.gate;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;

/** Asks for the role that a resource method {@link Requires}, before its fields are validated and long before it runs. */
@Requires(ProjectRole.GROUP_READ_ONLY)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class RequiresInterceptor {
    private final CurrentCaller current;

    RequiresInterceptor(CurrentCaller current) {
        this.current = current;
    }

    @AroundInvoke
    Object check(InvocationContext invocation) throws Exception {
        ProjectRole needed = neededFor(invocation.getMethod());
        String groupId = current.groupId()
                .orElseThrow(() ->
                        new IllegalStateException(invocation.getMethod() + " requires a role but has no project."));
        if (!current.get().has(needed, groupId)) {
            throw Refusal.of(ErrorCode.ACCESS_FORBIDDEN, needed.name())
                    .withDetail("This needs the role " + needed.title() + " (" + needed + ") in the project " + groupId
                            + ".");
        }
        return invocation.proceed();
    }

    private static ProjectRole neededFor(Method method) {
        Requires own = method.getAnnotation(Requires.class);
        return own == null
                ? method.getDeclaringClass().getAnnotation(Requires.class).value()
                : own.value();
    }
}
