package io.keyward.validation.alert.notification.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who owns which project, without a config-service: one that is not known is as good as none. */
@ApplicationScoped
class TestOwners implements Owners {
    private final Map<String, List<Owner>> owners = new ConcurrentHashMap<>();

    /** Says who owns a project. */
    void of(String groupId, Owner... all) {
        owners.put(groupId, List.of(all));
    }

    @Override
    public Uni<List<Owner>> of(String groupId) {
        var known = owners.get(groupId);
        return known == null
                ? Uni.createFrom().failure(new IllegalStateException("config-service is away"))
                : Uni.createFrom().item(known);
    }
}
