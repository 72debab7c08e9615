package io.keyward.config.encryption;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "encryption_config")
class EncryptionEntity extends PanacheEntityBase {
    @Id
    @Column(name = "group_id")
    String groupId;

    @Column(name = "aws_enabled")
    boolean awsEnabled;

    @Column(name = "aws_key")
    @Nullable
    String awsKey;

    @Column(name = "aws_region")
    @Nullable
    String awsRegion;

    @Column(name = "aws_role_id")
    @Nullable
    String awsRoleId;

    @Column(name = "aws_private_networking")
    boolean awsPrivateNetworking;

    @Column(name = "search_nodes")
    boolean searchNodes;

    @Column(name = "key_use_id")
    @Nullable
    String keyUseId;

    @Column(name = "key_arn")
    @Nullable
    String keyArn;

    @Column(name = "checked_valid")
    boolean checkedValid;

    @Column(name = "checked_at")
    @Nullable
    Instant checkedAt;

    long revision;

    @Version
    int version;
}
