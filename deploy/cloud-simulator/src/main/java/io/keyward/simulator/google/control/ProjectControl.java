package io.keyward.simulator.google.control;

import io.keyward.simulator.control.ControlRoutes;
import io.keyward.simulator.google.iam.Roles;
import io.keyward.simulator.google.token.Caller;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.Policy;
import io.keyward.simulator.google.world.Project;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Control over projects: whether they are there and paid for, have the API enabled and quota left, and the perimeter around them. */
public final class ProjectControl {

    /** What is not said is as it should be: a project is well unless something else is said. */
    record Wanted(
            @Nullable String number,
            @Nullable Boolean active,
            @Nullable Boolean billing,
            @Nullable Boolean cloudKms,
            @Nullable Set<Project.Quota> exhausted,
            @Nullable List<String> perimeter) {

        Project project(String id, String numberSoFar) {
            return new Project(
                    id,
                    Objects.requireNonNullElse(number, numberSoFar),
                    new Project.Standing(isOrNot(active), isOrNot(billing), isOrNot(cloudKms)),
                    Objects.requireNonNullElse(exhausted, Set.of()),
                    perimeter);
        }

        private static boolean isOrNot(@Nullable Boolean said) {
            return said == null || said;
        }
    }

    private static final String NUMBER = "400000000000";

    private final GoogleWorld world;

    public ProjectControl(GoogleWorld world) {
        this.world = world;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.GET, "/google/projects", request -> projects());
        routes.on(HttpMethod.PUT, "/google/projects/:id", this::put);
    }

    /** A project that is new belongs to the administrator. */
    private Object put(RoutingContext request) {
        String id = request.pathParam("id");
        Wanted wanted = ControlRoutes.body(request, Wanted.class);
        String number = world.project(id).map(Project::number).orElse(NUMBER);
        Project project = wanted.project(id, number);
        world.projects().put(id, project);
        if (!world.policies().has("projects/" + id)) {
            world.policies().put("projects/" + id, Policy.of(Roles.OWNER, Caller.ADMINISTRATOR.member()));
        }
        return project;
    }

    private Object projects() {
        return Map.of("projects", world.projects().all());
    }
}
