package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.notification.people.Crowd;
import io.keyward.validation.alert.notification.people.People;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is in which project, without a config-service: one that is not known is as good as none. */
@ApplicationScoped
class TestCrowds implements People {
    private final Map<String, Crowd> crowds = new ConcurrentHashMap<>();

    /** Says who owns a project. */
    void owners(String groupId, String... addresses) {
        crowds.put(groupId, new Crowd(List.of(addresses), List.of()));
    }

    /** Says who is around it. */
    void of(String groupId, Crowd crowd) {
        crowds.put(groupId, crowd);
    }

    @Override
    public Uni<Crowd> of(String groupId) {
        var known = crowds.get(groupId);
        return known == null
                ? Uni.createFrom().failure(new IllegalStateException("config-service is away"))
                : Uni.createFrom().item(known);
    }
}
