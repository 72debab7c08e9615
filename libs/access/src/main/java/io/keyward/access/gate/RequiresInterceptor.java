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
import java.util.List;
import java.util.Optional;

/**
 * Asks for the role that a resource method {@link Requires}, before its fields are validated and long before it runs. That such a method lies
 * below a project was seen at start-up: without one, the request named it as "byName", where this service knows no names.
 */
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
        String groupId = current.groupId().orElseThrow(() -> Refusal.of(ErrorCode.INVALID_GROUP_ID, Door.BY_NAME));
        Optional<Refusal> refusal = neededFor(invocation.getMethod()).refusal(current.get(), groupId);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return invocation.proceed();
    }

    private static Needed neededFor(Method method) {
        Requires requires = Optional.ofNullable(method.getAnnotation(Requires.class))
                .orElseGet(() -> method.getDeclaringClass().getAnnotation(Requires.class));
        return new Needed(List.of(requires.value()), List.of(requires.orOrg()));
    }
}
