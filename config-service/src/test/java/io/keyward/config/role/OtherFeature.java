package io.keyward.config.role;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A feature that uses whatever roles a test says, of clouds whose keys cannot be used yet. */
@ApplicationScoped
public class OtherFeature implements RoleUsers {
    static final String USE = "the key of a test";

    private final Set<String> roleIds = ConcurrentHashMap.newKeySet();

    void use(String roleId) {
        roleIds.add(roleId);
    }

    void letGo() {
        roleIds.clear();
    }

    @Override
    public Uni<Map<String, List<String>>> usedIn(String groupId) {
        return Uni.createFrom()
                .item(() -> roleIds.stream().collect(Collectors.toMap(roleId -> roleId, roleId -> List.of(USE))));
    }
}
