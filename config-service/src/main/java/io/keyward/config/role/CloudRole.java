package io.keyward.config.role;

import io.keyward.atlas.region.Cloud;
import java.time.Instant;

/** A way into a customer's cloud that a project has: "cloud provider access" on the wire. */
public sealed interface CloudRole permits AwsRole, AzurePrincipal, GcpAccount {

    /** Our id of it: what {@code roleId} names in a KMS configuration. */
    String id();

    String groupId();

    Instant createdAt();

    /** The cloud that it is of. */
    Cloud cloud();
}
