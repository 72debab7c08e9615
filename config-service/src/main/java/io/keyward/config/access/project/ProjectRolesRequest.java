package io.keyward.config.access.project;

import io.keyward.access.ProjectRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Body of PUT: all that a credential is to be in a project, at least one role. */
public record ProjectRolesRequest(@Nullable Set<ProjectRole> roles) {}
