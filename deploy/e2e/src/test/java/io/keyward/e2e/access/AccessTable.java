package io.keyward.e2e.access;

import static io.keyward.e2e.access.Needs.atHome;
import static io.keyward.e2e.access.Needs.organization;
import static io.keyward.e2e.access.Needs.project;

import java.util.List;
import java.util.stream.Stream;

/** Every operation and what it needs, written down here once more and by hand: whoever changes the one has to think of the other. */
final class AccessTable {
    private static final String ATLAS = "/api/atlas/v2";
    private static final String OURS = "/api/keyward/v1";
    private static final String GROUP = ATLAS + "/groups/{groupId}";
    private static final String ENCRYPTION = GROUP + "/encryptionAtRest";
    private static final String OLD_ENCRYPTION = "/api/atlas/v1.0/groups/{groupId}/encryptionAtRest";
    private static final String ENDPOINTS = ENCRYPTION + "/{cloudProvider}/privateEndpoints";
    private static final String ROLES = GROUP + "/cloudProviderAccess";
    private static final String CLUSTERS = GROUP + "/clusters";
    private static final String BACKUP = CLUSTERS + "/{clusterName}/backup";
    private static final String SNAPSHOTS = BACKUP + "/snapshots";
    private static final String RESTORES = BACKUP + "/restoreJobs";
    private static final String ALERTS = GROUP + "/alerts";
    private static final String ALERT_CONFIGS = GROUP + "/alertConfigs";
    private static final String EVENTS = "/events";
    private static final String ORG = OURS + "/orgs/{orgId}";
    private static final String MEMBERS = ORG + "/members";
    private static final String KEYS = ORG + "/apiKeys";
    private static final String ACCOUNTS = ORG + "/serviceAccounts";
    private static final String PROJECT_KEYS = OURS + "/groups/{groupId}/apiKeys";
    private static final String PROJECT_ACCOUNTS = OURS + "/groups/{groupId}/serviceAccounts";

    private static final Needs READER = project(Needs.EVERY_PROJECT_ROLE.toArray(String[]::new));
    private static final Needs OWNER = project("GROUP_OWNER");
    private static final Needs CLUSTER_CREATOR =
            project("GROUP_CLUSTER_CREATOR", "GROUP_CLUSTER_MANAGER", "GROUP_OWNER");
    private static final Needs CLUSTER_MANAGER = project("GROUP_CLUSTER_MANAGER", "GROUP_OWNER");
    private static final Needs BACKUP_CREATOR = project("GROUP_BACKUP_CREATOR", "GROUP_BACKUP_MANAGER", "GROUP_OWNER");
    private static final Needs BACKUP_MANAGER = project("GROUP_BACKUP_MANAGER", "GROUP_OWNER");
    private static final Needs BACKUP_OPERATOR = project(
            "GROUP_BACKUP_EXPORT_OPERATOR", "GROUP_BACKUP_RECOVERY_OPERATOR", "GROUP_BACKUP_MANAGER", "GROUP_OWNER");
    private static final Needs ALERTS_MANAGER = project("GROUP_ALERTS_MANAGER", "GROUP_OWNER");
    private static final Needs MEMBER = organization("ORG_MEMBER", "ORG_GROUP_CREATOR", "ORG_OWNER");
    private static final Needs MEMBER_OR_OPERATOR = new Needs.MemberOrOperator();
    private static final Needs ORG_OWNER = organization("ORG_OWNER");
    private static final Needs EITHER_OWNER = new Needs.OwnerOfEither();
    private static final Needs ANYONE = new Needs.Anyone();
    private static final Needs DRIVER = new Needs.Driver();
    private static final Needs OPERATOR = new Needs.Operator();
    private static final Needs HINT_SOURCE = new Needs.HintSource();
    private static final Needs NOTHING = new Needs.Nothing();

    private AccessTable() {}

    static List<Operation> operations() {
        return Stream.of(atlas(), clustersAndAlerts(), backups(), ours(), management())
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<Operation> atlas() {
        return Stream.of(
                new Operation("GET", ATLAS, ANYONE),
                new Operation("GET", ATLAS + "/orgs", ANYONE),
                new Operation("GET", ATLAS + "/orgs/{orgId}", MEMBER_OR_OPERATOR),
                new Operation("GET", ATLAS + "/orgs/{orgId}/groups", MEMBER),
                new Operation("GET", ATLAS + "/orgs/{orgId}" + EVENTS, ORG_OWNER),
                new Operation("GET", ATLAS + "/orgs/{orgId}" + EVENTS + "/{eventId}", ORG_OWNER),
                new Operation("GET", ATLAS + "/groups", ANYONE),
                new Operation("POST", ATLAS + "/groups", atHome("ORG_GROUP_CREATOR", "ORG_OWNER")),
                new Operation("GET", ATLAS + "/groups/byName/{groupName}", ANYONE),
                new Operation("GET", GROUP, READER),
                new Operation("PATCH", GROUP, OWNER),
                new Operation("DELETE", GROUP, OWNER),
                new Operation("GET", GROUP + "/settings", READER),
                new Operation("PATCH", GROUP + "/settings", OWNER),
                new Operation("GET", GROUP + "/teams", READER),
                new Operation("GET", GROUP + "/limits", READER),
                new Operation("GET", GROUP + "/limits/{limitName}", READER),
                new Operation("GET", GROUP + "/managedSlowMs", READER),
                new Operation("GET", GROUP + EVENTS, READER),
                new Operation("GET", GROUP + EVENTS + "/{eventId}", READER),
                new Operation("GET", ENCRYPTION, READER),
                new Operation("PATCH", ENCRYPTION, OWNER),
                new Operation("GET", OLD_ENCRYPTION, READER),
                new Operation("PATCH", OLD_ENCRYPTION, OWNER),
                new Operation("GET", ENDPOINTS, OWNER),
                new Operation("POST", ENDPOINTS, OWNER),
                new Operation("GET", ENDPOINTS + "/{endpointId}", OWNER),
                new Operation("DELETE", ENDPOINTS + "/{endpointId}", OWNER),
                new Operation("GET", ROLES, READER),
                new Operation("POST", ROLES, OWNER),
                new Operation("GET", ROLES + "/{roleId}", READER),
                new Operation("PATCH", ROLES + "/{roleId}", OWNER),
                new Operation("DELETE", ROLES + "/{cloudProvider}/{roleId}", OWNER));
    }

    private static Stream<Operation> clustersAndAlerts() {
        return Stream.of(
                new Operation("GET", GROUP + "/flexClusters", READER),
                new Operation("GET", CLUSTERS, READER),
                new Operation("POST", CLUSTERS, CLUSTER_CREATOR),
                new Operation("GET", CLUSTERS + "/{clusterName}", READER),
                new Operation("PATCH", CLUSTERS + "/{clusterName}", CLUSTER_MANAGER),
                new Operation("DELETE", CLUSTERS + "/{clusterName}", OWNER),
                new Operation("GET", CLUSTERS + "/{clusterName}/autoScalingConfiguration", READER),
                new Operation("GET", CLUSTERS + "/{clusterName}/processArgs", READER),
                new Operation("PATCH", CLUSTERS + "/{clusterName}/processArgs", CLUSTER_MANAGER),
                new Operation("GET", GROUP + "/containers", READER),
                new Operation("GET", GROUP + "/ipAddresses", READER),
                new Operation("GET", ATLAS + "/clusters", ANYONE),
                new Operation("GET", ATLAS + "/unauth/controlPlaneIPAddresses", NOTHING),
                new Operation("GET", ALERTS, READER),
                new Operation("GET", ALERTS + "/{alertId}", READER),
                new Operation("PATCH", ALERTS + "/{alertId}", ALERTS_MANAGER),
                new Operation("GET", ALERTS + "/{alertId}/alertConfigs", READER),
                new Operation("GET", ALERT_CONFIGS, READER),
                new Operation("POST", ALERT_CONFIGS, ALERTS_MANAGER),
                new Operation("GET", ALERT_CONFIGS + "/{alertConfigId}", READER),
                new Operation("PUT", ALERT_CONFIGS + "/{alertConfigId}", ALERTS_MANAGER),
                new Operation("PATCH", ALERT_CONFIGS + "/{alertConfigId}", ALERTS_MANAGER),
                new Operation("DELETE", ALERT_CONFIGS + "/{alertConfigId}", ALERTS_MANAGER),
                new Operation("GET", ALERT_CONFIGS + "/{alertConfigId}/alerts", READER),
                new Operation("POST", OURS + "/groups/{groupId}/alertConfigs/{alertConfigId}/test", ALERTS_MANAGER),
                new Operation("GET", ATLAS + "/alertConfigs/matchers/fieldNames", ANYONE));
    }

    private static Stream<Operation> backups() {
        return Stream.of(
                new Operation("GET", SNAPSHOTS, READER),
                new Operation("POST", SNAPSHOTS, BACKUP_CREATOR),
                new Operation("GET", SNAPSHOTS + "/{snapshotId}", READER),
                new Operation("DELETE", SNAPSHOTS + "/{snapshotId}", BACKUP_MANAGER),
                new Operation("GET", SNAPSHOTS + "/shardedClusters", READER),
                new Operation("GET", SNAPSHOTS + "/shardedCluster/{snapshotId}", READER),
                new Operation("DELETE", SNAPSHOTS + "/shardedCluster/{snapshotId}", BACKUP_MANAGER),
                new Operation("GET", RESTORES, BACKUP_MANAGER),
                new Operation("POST", RESTORES, BACKUP_OPERATOR),
                new Operation("GET", RESTORES + "/{restoreJobId}", BACKUP_MANAGER),
                new Operation("DELETE", RESTORES + "/{restoreJobId}", BACKUP_OPERATOR),
                new Operation("GET", GROUP + "/backupConfigs", READER),
                new Operation("PATCH", GROUP + "/backupConfigs/{clusterId}", BACKUP_MANAGER),
                new Operation("GET", OURS + "/snapshots/{snapshotId}/observed", DRIVER),
                new Operation("PUT", OURS + "/snapshots/{snapshotId}/observed", DRIVER),
                new Operation("GET", OURS + "/restoreJobs/{restoreJobId}/observed", DRIVER),
                new Operation("PUT", OURS + "/restoreJobs/{restoreJobId}/observed", DRIVER));
    }

    private static Stream<Operation> ours() {
        return Stream.of(
                new Operation("PUT", OURS + "/groups/{groupId}/state", ORG_OWNER),
                new Operation("GET", OURS + "/groups/{groupId}/keys", READER),
                new Operation("GET", OURS + "/groups/{groupId}/keys/{key}/usage", READER),
                new Operation("GET", OURS + "/groups/{groupId}/privateEndpoints", READER),
                new Operation("GET", OURS + "/groups/{groupId}/privateEndpoints/{endpointId}", READER),
                new Operation("GET", OURS + "/groups/{groupId}/keyChecks", READER),
                new Operation("POST", OURS + "/groups/{groupId}/keyChecks", OWNER),
                new Operation("GET", OURS + "/groups/{groupId}/keyUses", READER),
                new Operation("GET", OURS + "/groups/{groupId}/hintSources", OWNER),
                new Operation("POST", OURS + "/groups/{groupId}/hintSources", OWNER),
                new Operation("DELETE", OURS + "/groups/{groupId}/hintSources/{hintSourceId}", OWNER),
                new Operation("POST", OURS + "/groups/{groupId}/drills", OWNER),
                new Operation("POST", OURS + "/hints/aws", HINT_SOURCE),
                new Operation("POST", OURS + "/hints/azure", HINT_SOURCE),
                new Operation("OPTIONS", OURS + "/hints/azure", NOTHING),
                new Operation("POST", OURS + "/hints/gcp", HINT_SOURCE),
                new Operation("GET", OURS + "/clusters/{clusterId}/observed", DRIVER),
                new Operation("PUT", OURS + "/clusters/{clusterId}/observed", DRIVER),
                new Operation("GET", OURS + "/groups/{groupId}/enforcement", READER),
                new Operation("PUT", OURS + "/groups/{groupId}/enforcement", OWNER),
                new Operation("GET", OURS + "/groups/{groupId}/keyCheckSettings", READER),
                new Operation("PUT", OURS + "/groups/{groupId}/keyCheckSettings", OWNER),
                new Operation("GET", OURS + "/enforcement", OPERATOR),
                new Operation("PUT", OURS + "/enforcement", OPERATOR),
                new Operation("GET", OURS + "/operatorAlerts", OPERATOR),
                new Operation("GET", OURS + "/guard", OPERATOR),
                new Operation("POST", OURS + "/guard/decisions", OPERATOR),
                new Operation("POST", "/api/oauth/token", NOTHING),
                new Operation("POST", "/api/oauth/revoke", NOTHING),
                new Operation("GET", "/api/oauth/jwks", NOTHING),
                new Operation("GET", OURS + "/signingKeys", OPERATOR),
                new Operation("POST", OURS + "/signingKeys", OPERATOR),
                new Operation("GET", OURS + "/orgs", OPERATOR),
                new Operation("POST", OURS + "/orgs", OPERATOR));
    }

    private static Stream<Operation> management() {
        return Stream.of(
                        Stream.of(
                                new Operation("GET", ORG, MEMBER_OR_OPERATOR), new Operation("PATCH", ORG, ORG_OWNER)),
                        collection(MEMBERS, "/{memberId}"),
                        collection(KEYS, "/{apiKeyId}"),
                        accessList(KEYS + "/{apiKeyId}"),
                        collection(ACCOUNTS, "/{clientId}"),
                        accessList(ACCOUNTS + "/{clientId}"),
                        Stream.of(
                                new Operation("POST", ACCOUNTS + "/{clientId}/secrets", ORG_OWNER),
                                new Operation("DELETE", ACCOUNTS + "/{clientId}/secrets/{secretId}", ORG_OWNER)),
                        assignments(PROJECT_KEYS, "/{apiKeyId}"),
                        assignments(PROJECT_ACCOUNTS, "/{clientId}"))
                .flatMap(part -> part);
    }

    private static Stream<Operation> collection(String path, String one) {
        return Stream.of(
                new Operation("GET", path, ORG_OWNER),
                new Operation("POST", path, ORG_OWNER),
                new Operation("GET", path + one, ORG_OWNER),
                new Operation("PATCH", path + one, ORG_OWNER),
                new Operation("DELETE", path + one, ORG_OWNER));
    }

    private static Stream<Operation> accessList(String owner) {
        return Stream.of(
                new Operation("GET", owner + "/accessList", ORG_OWNER),
                new Operation("POST", owner + "/accessList", ORG_OWNER),
                new Operation("DELETE", owner + "/accessList/{ipAddress}", ORG_OWNER));
    }

    private static Stream<Operation> assignments(String path, String one) {
        return Stream.of(
                new Operation("GET", path, EITHER_OWNER),
                new Operation("PUT", path + one, EITHER_OWNER),
                new Operation("DELETE", path + one, EITHER_OWNER));
    }
}
