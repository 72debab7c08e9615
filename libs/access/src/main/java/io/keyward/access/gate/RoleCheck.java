package io.keyward.access.gate;

import io.keyward.access.ForDrivers;
import io.keyward.access.ForOperators;
import io.keyward.access.Open;
import io.keyward.access.Requires;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.version.ResourceCatalog;
import io.keyward.atlas.version.ResourceMethod;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Refuses to start a service that has forgotten to say who may use one of its operations. */
@ApplicationScoped
class RoleCheck {

    void verify(@Observes StartupEvent start, ResourceCatalog resources) {
        verify(resources.methods());
    }

    static void verify(List<ResourceMethod> methods) {
        List<String> objections = methods.stream()
                .flatMap(method ->
                        objection(method).map(words -> method.verb() + " " + method.template() + " " + words).stream())
                .sorted()
                .toList();
        if (!objections.isEmpty()) {
            throw new IllegalStateException("Every operation says who may use it: " + String.join("; ", objections));
        }
    }

    private static Optional<String> objection(ResourceMethod method) {
        Predicate<Class<? extends Annotation>> said =
                annotation -> method.annotation(annotation).isPresent();
        return switch (Door.of(method.template())) {
            case Door.Peers peers -> Optional.empty();
            case Door.Wall wall -> Optional.of("can never be reached");
            case Door.Open open ->
                said.test(Open.class) ? Optional.empty() : Optional.of("lies on an open path and is not @Open");
            case Door.Holders holders -> objection(holders, said);
        };
    }

    private static Optional<String> objection(Door.Holders holders, Predicate<Class<? extends Annotation>> said) {
        if (said.test(Open.class)) {
            return Optional.of("is @Open on a path that is not");
        }
        if (Audience.of(said).isEmpty()) {
            return Optional.of("needs one of @Requires, @RequiresOrg, @ForDrivers, @ForOperators, @ForAnyone");
        }
        if (said.test(Requires.class) && holders.groupId().isEmpty()) {
            return Optional.of("has @Requires and no project in its path");
        }
        boolean role = Stream.of(Requires.class, RequiresOrg.class, ForDrivers.class, ForOperators.class)
                .anyMatch(said);
        boolean somebodys = holders.groupId().isPresent() || holders.orgId().isPresent();
        return somebodys && !role
                ? Optional.of("lies below a project or an organization and needs a role: @Requires or @RequiresOrg")
                : Optional.empty();
    }
}
