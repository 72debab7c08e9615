package io.keyward.config.role;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the roles of a project are used for, by all features together. */
@ApplicationScoped
public class RoleUses {
    private final List<RoleUsers> users;

    RoleUses(@All List<RoleUsers> users) {
        this.users = users;
    }

    /** As {@link RoleUsers#usedIn}; one feature is asked after the other, for they may share the caller's session. */
    public Uni<Map<String, List<String>>> in(String groupId) {
        return Multi.createFrom()
                .iterable(users)
                .onItem()
                .transformToUniAndConcatenate(user -> user.usedIn(groupId))
                .collect()
                .in(HashMap::new, RoleUses::add);
    }

    private static void add(Map<String, List<String>> all, Map<String, List<String>> some) {
        some.forEach((roleId, uses) ->
                all.computeIfAbsent(roleId, unused -> new ArrayList<>()).addAll(uses));
    }
}
