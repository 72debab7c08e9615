package io.keyward.access.gate;

import io.keyward.access.Caller;
import io.keyward.access.Caller.Kind;
import io.keyward.access.ForAnyone;
import io.keyward.access.ForDrivers;
import io.keyward.access.ForOperators;
import io.keyward.access.Requires;
import io.keyward.access.RequiresOrg;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** For whom an operation is, by its annotations. */
final class Audience {
    private Audience() {}

    /**
     * The kinds of callers that may ask at all; which of them may, by their roles, is asked later. Empty when the annotations say nothing.
     *
     * @param said whether the operation, or its class, carries an annotation
     */
    static Set<Kind> of(Predicate<Class<? extends Annotation>> said) {
        Set<Kind> kinds = EnumSet.noneOf(Caller.Kind.class);
        if (said.test(ForDrivers.class)) {
            kinds.add(Kind.DRIVER);
        }
        if (said.test(ForOperators.class) || said.test(ForAnyone.class)) {
            kinds.add(Kind.OPERATOR);
        }
        if (said.test(Requires.class) || said.test(RequiresOrg.class) || said.test(ForAnyone.class)) {
            kinds.add(Kind.API_KEY);
            kinds.add(Kind.SERVICE_ACCOUNT);
        }
        return kinds;
    }
}
