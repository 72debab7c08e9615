package io.keyward.config.activity.events;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "activity_entry")
class ActivityEntity {
    @Id
    String id;

    @Column(name = "group_id")
    @Nullable
    String groupId;

    @Column(name = "org_id")
    @Nullable
    String orgId;

    String type;

    @Column(name = "cluster_name")
    @Nullable
    String clusterName;

    String detail;

    Instant at;

    @Column(name = "actor_type")
    String actorType;

    @Column(name = "actor_id")
    String actorId;

    @Column(name = "actor_name")
    String actorName;

    @Nullable
    String address;

    @Nullable
    String payload;
}
