package io.keyward.config.project;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "project")
class ProjectEntity extends PanacheEntityBase {
    @Id
    String id;

    @Column(name = "org_id")
    String orgId;

    String name;
    String state;
    String tags;

    @Column(name = "default_alerts")
    boolean defaultAlerts;

    @Column(name = "created_at")
    Instant createdAt;

    /** When the project was closed. Whatever it was is kept. */
    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    long revision;
}
