package io.keyward.config.encryption.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    /** Numbers the admissions and closings of private endpoints. */
    @Column(name = "aws_admission_stamp")
    long awsAdmissionStamp;

    long revision;

    /** Counts the changes of what the tenant configured; regions come and go without it. Every write holds the project's lock. */
    int version;
}
