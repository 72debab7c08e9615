package io.keyward.access.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.version.ResourceMethod;
import io.keyward.testkit.Rule;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@Rule("A1")
class RoleCheckTest {

    @Test
    void aResourceThatForgetsItsRoleKeepsTheServiceFromStarting() {
        // Given
        List<ResourceMethod> methods = ResourceMethod.of(Forgetful.class).toList();

        // Then
        assertThat(methods).hasSize(3);
        assertThatThrownBy(() -> RoleCheck.verify(methods))
                .hasMessageContaining("[POST /api/atlas/v2/groups/{groupId}]")
                .hasMessageContaining("@Requires");
    }

    @Path("/api/atlas/v2/groups")
    abstract static class Forgetful {
        @GET
        public String list() {
            return "";
        }

        @GET
        @Path("/{groupId}")
        @Requires(ProjectRole.GROUP_READ_ONLY)
        public String get() {
            return "";
        }

        @POST
        @Path("/{groupId}")
        String change() {
            return "";
        }
    }
}
