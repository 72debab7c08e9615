package io.keyward.validation.keyuse;

import io.smallrye.mutiny.Uni;

/** Who has to look at a project whenever something about its keys, clusters or endpoints changed: alerts are opened and closed by comparing. */
public interface ProjectWatch {

    /**
     * Looks at the project as it is now. Takes part in the caller's transaction, so that the caller's change and what people are told of it are one;
     * takes the project's lock ({@link KeyUseStore#lockProject}), which the caller usually holds already.
     */
    Uni<Void> look(String groupId);
}
