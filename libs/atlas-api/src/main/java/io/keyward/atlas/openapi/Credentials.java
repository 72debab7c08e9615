package io.keyward.atlas.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** With which credentials an operation can be called, as its roles have it. */
final class Credentials {
    private static final String DRIVER = "DRIVER";
    private static final String OPERATOR = "OPERATOR";

    private Credentials() {}

    /** The security schemes, any of which will do; empty when they are those of the document. Nobody is asked where there are no roles. */
    static Optional<List<SecurityRequirement>> of(List<String> roles) {
        List<String> others = new ArrayList<>(roles);
        boolean operators = others.remove(OPERATOR);
        boolean drivers = others.remove(DRIVER);
        if (!operators && !drivers && !roles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(
                        schemes(!others.isEmpty() || drivers, "digest"),
                        schemes(!others.isEmpty(), "serviceAccount"),
                        schemes(operators, "operator"))
                .flatMap(schemes -> schemes)
                .toList());
    }

    private static Stream<SecurityRequirement> schemes(boolean will, String name) {
        return will ? Stream.of(OASFactory.createSecurityRequirement().addScheme(name)) : Stream.empty();
    }
}
