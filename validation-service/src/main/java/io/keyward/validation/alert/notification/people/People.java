package io.keyward.validation.alert.notification.people;

import io.smallrye.mutiny.Uni;

/** Whom a project's alerts may be told. */
public interface People {

    /** The people of a project as they are now; fails when nobody can say. */
    Uni<Crowd> of(String groupId);
}
