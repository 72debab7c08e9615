package io.keyward.access.gate;

import io.keyward.access.ForDrivers;
import io.keyward.access.Requires;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.version.ResourceCatalog;
import io.keyward.atlas.version.ResourceMethod;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Refuses to start a service that has forgotten to say who may use a resource of a project. */
@ApplicationScoped
class RoleCheck {

    void verify(@Observes StartupEvent start, ResourceCatalog resources) {
        verify(resources.methods());
    }

    static void verify(List<ResourceMethod> methods) {
        List<String> open = methods.stream()
                .filter(method -> method.template().contains("/groups/{"))
                .filter(method -> method.annotation(Requires.class).isEmpty())
                .filter(method -> method.annotation(RequiresOrg.class).isEmpty())
                .filter(method -> method.annotation(ForDrivers.class).isEmpty())
                .map(method -> method.verb() + " " + method.template())
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException(
                    "Everything below a project says which role it needs. Add @Requires or @RequiresOrg to " + open);
        }
    }
}
