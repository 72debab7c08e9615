package io.keyward.config.role;

import static java.util.Objects.requireNonNull;

import io.keyward.atlas.region.Cloud;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "cloud_role")
class CloudRoleEntity extends PanacheEntityBase {
    static final String COMPLETE = "COMPLETE";
    private static final String IN_PROGRESS = "IN_PROGRESS";

    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    String provider;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Column(name = "role_arn")
    @Nullable
    String roleArn;

    @Column(name = "authorized_at")
    @Nullable
    Instant authorizedAt;

    @Column(name = "tenant_id")
    @Nullable
    String tenantId;

    @Column(name = "service_principal_id")
    @Nullable
    String servicePrincipalId;

    @Column(name = "application_id")
    @Nullable
    String applicationId;

    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;

    @Column(name = "service_account")
    @Nullable
    String serviceAccount;

    @Column(name = "account_status")
    @Nullable
    String accountStatus;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    int version;

    /** A new row; {@link #become} fills in what can change. */
    static CloudRoleEntity of(CloudRole role) {
        CloudRoleEntity row = new CloudRoleEntity();
        row.id = role.id();
        row.groupId = role.groupId();
        row.provider = role.cloud().name();
        row.createdAt = role.createdAt();
        row.become(role);
        return row;
    }

    void become(CloudRole role) {
        switch (role) {
            case AwsRole aws -> {
                externalId = aws.externalId();
                roleArn = aws.arn();
                authorizedAt = aws.authorizedAt();
            }
            case AzurePrincipal azure -> {
                tenantId = azure.tenantId();
                servicePrincipalId = azure.servicePrincipalId();
                applicationId = azure.applicationId();
                authorizedAt = azure.authorizedAt();
                updatedAt = azure.updatedAt();
            }
            case GcpAccount google -> {
                serviceAccount = google.email();
                accountStatus = google.ready() ? COMPLETE : IN_PROGRESS;
            }
        }
    }

    CloudRole role() {
        return switch (Cloud.valueOf(provider)) {
            case AWS -> new AwsRole(id, groupId, requireNonNull(externalId), roleArn, authorizedAt, createdAt, version);
            case AZURE ->
                new AzurePrincipal(
                        id,
                        groupId,
                        requireNonNull(tenantId),
                        requireNonNull(servicePrincipalId),
                        requireNonNull(applicationId),
                        authorizedAt,
                        createdAt,
                        requireNonNull(updatedAt),
                        version);
            case GCP ->
                new GcpAccount(id, groupId, requireNonNull(serviceAccount), COMPLETE.equals(accountStatus), createdAt);
        };
    }

    static Uni<CloudRoleEntity> find(String groupId, String roleId) {
        return CloudRoleEntity.<CloudRoleEntity>find("groupId = ?1 and id = ?2", groupId, roleId)
                .firstResult();
    }
}
