package io.keyward.access.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.access.Caller.Kind;
import io.keyward.access.ForAnyone;
import io.keyward.access.ForDrivers;
import io.keyward.access.ForOperators;
import io.keyward.access.Open;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.version.ResourceMethod;
import io.keyward.testkit.Rule;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Rule("A1")
class RoleCheckTest {

    @Test
    void anOperationThatForgetsWhoMayUseItKeepsTheServiceFromStarting() {
        // Given
        List<ResourceMethod> methods = Stream.of(Projects.class, Organizations.class, Doors.class)
                .flatMap(ResourceMethod::of)
                .toList();

        // Then
        assertThatThrownBy(() -> RoleCheck.verify(methods))
                .hasMessageContaining("DELETE /api/atlas/v2/groups needs one of @Requires")
                .hasMessageContaining("POST /api/atlas/v2/groups/{groupId} needs one of @Requires")
                .hasMessageContaining("PUT /api/atlas/v2/groups/{groupId} lies below a project")
                .hasMessageContaining("PATCH /api/atlas/v2/groups has @Requires and no project")
                .hasMessageContaining("GET /api/keyward/v1/orgs/{orgId} lies below a project or an organization")
                .hasMessageContaining("GET /api/oauth/jwks lies on an open path and is not @Open")
                .hasMessageContaining("POST /api/keyward/v1/door is @Open on a path that is not")
                .extracting(Throwable::getMessage)
                .asString()
                .satisfies(message -> assertThat(message.split(";")).hasSize(7));
    }

    @Test
    void whatIsNoPartOfTheApiIsOurServicesOwn() {
        assertThatCode(() -> RoleCheck.verify(ResourceMethod.of(Internal.class).toList()))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> audiences() {
        return Stream.of(
                Arguments.of(List.of(), Set.of()),
                Arguments.of(List.of(Open.class), Set.of()),
                Arguments.of(List.of(Requires.class), Set.of(Kind.API_KEY, Kind.SERVICE_ACCOUNT)),
                Arguments.of(List.of(RequiresOrg.class), Set.of(Kind.API_KEY, Kind.SERVICE_ACCOUNT)),
                Arguments.of(
                        List.of(RequiresOrg.class, ForOperators.class),
                        Set.of(Kind.API_KEY, Kind.SERVICE_ACCOUNT, Kind.OPERATOR)),
                Arguments.of(List.of(ForOperators.class), Set.of(Kind.OPERATOR)),
                Arguments.of(List.of(ForAnyone.class), Set.of(Kind.API_KEY, Kind.SERVICE_ACCOUNT, Kind.OPERATOR)),
                Arguments.of(List.of(ForDrivers.class), Set.of(Kind.DRIVER)));
    }

    @ParameterizedTest
    @MethodSource("audiences")
    void forWhomAnOperationIs(List<Class<? extends Annotation>> said, Set<Kind> kinds) {
        assertThat(Audience.of(said::contains)).isEqualTo(kinds);
    }

    @Path("/api/atlas/v2/groups")
    abstract static class Projects {
        @GET
        @ForAnyone
        public String list() {
            return "";
        }

        @PATCH
        @Requires(ProjectRole.GROUP_OWNER)
        public String changeAll() {
            return "";
        }

        @DELETE
        public String forgetful() {
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

        @PUT
        @Path("/{groupId}")
        @ForAnyone
        public String put() {
            return "";
        }

        @GET
        @Path("/byName/{groupName}")
        @ForAnyone
        public String byName() {
            return "";
        }
    }

    @Path("/api/keyward/v1/orgs")
    abstract static class Organizations {
        @GET
        @ForOperators
        public String list() {
            return "";
        }

        @GET
        @Path("/{orgId}")
        @ForAnyone
        public String get() {
            return "";
        }

        @PATCH
        @Path("/{orgId}")
        @RequiresOrg(OrgRole.ORG_OWNER)
        public String change() {
            return "";
        }
    }

    @Path("/api")
    abstract static class Doors {
        @POST
        @Path("/oauth/token")
        @Open
        public String token() {
            return "";
        }

        @GET
        @Path("/oauth/jwks")
        public String jwks() {
            return "";
        }

        @POST
        @Path("/keyward/v1/door")
        @Open
        public String door() {
            return "";
        }
    }

    @Path("/internal/v1/things")
    abstract static class Internal {
        @GET
        public String get() {
            return "";
        }
    }
}
