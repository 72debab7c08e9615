package io.keyward.access.token;

import io.keyward.access.Caller;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;

/** Tells operators by the claims of a token that was found good. */
record Operators(TokenConfig.Operators marks) {
    /** Claims that providers put a name for people in, the best first. */
    private static final List<String> NAMES = List.of("preferred_username", "email", "name", "sub");

    /** The operator the token was made for; empty when it is of somebody who is none, or of nobody. */
    Optional<Principal> principal(JwtClaims claims) {
        Map<String, List<Object>> flat = claims.flattenClaims();
        boolean marked = flat.getOrDefault(marks.claim(), List.of()).contains(marks.value());
        return first(flat, "sub").findFirst().filter(subject -> marked).map(subject -> operator(subject, flat));
    }

    private static Principal operator(String subject, Map<String, List<Object>> claims) {
        String name = NAMES.stream()
                .flatMap(claim -> first(claims, claim))
                .findFirst()
                .orElse(subject);
        return new Principal(subject, Caller.Kind.OPERATOR, name, "", Set.of(), Map.of(), AccessList.NONE);
    }

    private static Stream<String> first(Map<String, List<Object>> claims, String name) {
        return claims.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .limit(1);
    }
}
