package io.keyward.validation.alert.notification.delivery;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Whom to tell of a project's alerts. */
public interface Owners {

    /** The project's owners as they are now; fails when nobody can say. */
    Uni<List<Owner>> of(String groupId);
}
