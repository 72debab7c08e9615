package io.keyward.config.role;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "aws_role")
class AwsRoleEntity extends PanacheEntityBase {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "external_id")
    String externalId;

    @Column(name = "role_arn")
    @Nullable
    String roleArn;

    @Column(name = "authorized_at")
    @Nullable
    Instant authorizedAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    int version;
}
