package io.keyward.config.role;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Whatever opens something of the customer's with a role. Implemented by every feature that does; asked before a role is changed or removed. */
public interface RoleUsers {

    /**
     * What the project's roles are used for, by the role's id: in words for people, such as "the AWS KMS key arn:…", never an empty list.
     * Roles that nothing uses are absent. Joins the caller's open transaction, if there is one.
     */
    Uni<Map<String, List<String>>> usedIn(String groupId);
}
