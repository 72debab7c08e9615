package io.keyward.e2e.kill;

import static io.keyward.e2e.kill.Fate.KEPT;
import static io.keyward.e2e.kill.Fate.UNDONE;
import static io.keyward.e2e.kill.Hold.before;
import static io.keyward.e2e.kill.Hold.committing;
import static io.keyward.e2e.kill.Hold.recording;
import static io.keyward.e2e.kill.Hold.settling;
import static io.keyward.e2e.kill.Hold.unanswered;
import static io.keyward.e2e.kill.Hold.unheard;
import static io.keyward.e2e.kill.Operation.CREATE_CLUSTER;
import static io.keyward.e2e.kill.Operation.CREATE_ENDPOINT;
import static io.keyward.e2e.kill.Operation.DELETE_CLUSTER;
import static io.keyward.e2e.kill.Operation.DELETE_ENDPOINT;
import static io.keyward.e2e.kill.Operation.ENABLE;
import static io.keyward.e2e.kill.Operation.LOSE_ENDPOINT;
import static io.keyward.e2e.kill.Operation.OPEN_NETWORK;
import static io.keyward.e2e.kill.Operation.RESUME;
import static io.keyward.e2e.kill.Operation.STOP;
import static io.keyward.local.service.Service.CONFIG;
import static io.keyward.local.service.Service.ENDPOINT;
import static io.keyward.local.service.Service.VALIDATION;

import io.keyward.local.service.Service;

/**
 * The named points at which a service is killed. In order of operations, and within one of services; points of the same operation and service are reached
 * by as many projects, and one kill hits them all. What comes last in the chain of an operation stands first, so that a service which waits at one
 * point does not keep another project from reaching its own.
 */
public enum CrashPoint {
    CONFIGURATION_NOT_PROJECTED(
            ENABLE,
            VALIDATION,
            "the configuration has arrived, its first check is not scheduled",
            before("key_use", "new.group_id = :group and old.group_id is null"),
            KEPT),
    CONFIGURATION_NOT_SETTLED(
            ENABLE, CONFIG, "Kafka has the configuration, nobody noted it", settling("encryption.configured"), KEPT),
    CONFIGURATION_NOT_ANSWERED(
            ENABLE,
            CONFIG,
            "the configuration is committed, nobody was told",
            committing("encryption.configured"),
            KEPT),
    CONFIGURATION_NOT_COMMITTED(
            ENABLE, CONFIG, "the configuration is checked, not committed", recording("encryption.configured"), UNDONE),

    COVERAGE_NOT_PROJECTED(
            CREATE_ENDPOINT,
            VALIDATION,
            "the endpoint is known to be active, the way of checks is not changed yet",
            before("endpoint", "new.group_id = :group and new.state = 'ACTIVE'"),
            KEPT),
    ENDPOINT_NOT_PROJECTED(
            CREATE_ENDPOINT,
            CONFIG,
            "the event of the active endpoint has arrived, it is not projected",
            before("endpoint_seen", "new.group_id = :group and new.status = 'ACTIVE'"),
            KEPT),
    ADMISSION_NOT_GRANTED(
            CREATE_ENDPOINT,
            CONFIG,
            "admission is asked for, its stamp is not committed",
            before("encryption_config", "new.group_id = :group and new.admission_stamps <> old.admission_stamps"),
            UNDONE),
    ENDPOINT_NOT_INSERTED(
            CREATE_ENDPOINT,
            ENDPOINT,
            "admission is granted, the endpoint is not inserted",
            before("endpoint", "new.group_id = :group and old.group_id is null"),
            UNDONE),
    ENDPOINT_NOT_ANSWERED(
            CREATE_ENDPOINT,
            ENDPOINT,
            "the endpoint is committed, nobody was told",
            committing("endpoint.requested"),
            KEPT),
    CREATION_NOT_RECORDED(
            CREATE_ENDPOINT,
            ENDPOINT,
            "the cloud answered that it makes the endpoint, the answer is not recorded",
            before("endpoint", "new.group_id = :group and old.reference is null and new.reference is not null"),
            KEPT),
    ACTIVE_NOT_RECORDED(
            CREATE_ENDPOINT,
            ENDPOINT,
            "the endpoint was seen to stand, that is not recorded",
            recording("endpoint.activated"),
            KEPT),
    ACTIVE_NOT_SENT(
            CREATE_ENDPOINT,
            ENDPOINT,
            "that the endpoint stands is committed, the event is not sent",
            committing("endpoint.activated"),
            KEPT),
    ENDPOINT_NOT_SETTLED(
            CREATE_ENDPOINT,
            ENDPOINT,
            "Kafka has the wish for an endpoint, nobody noted it",
            settling("endpoint.requested"),
            KEPT),
    CREATION_NOT_HEARD(
            CREATE_ENDPOINT,
            ENDPOINT,
            "the creation is recorded, the cloud has not heard of it",
            unheard("CreateVpcEndpoint"),
            KEPT),
    CREATION_NOT_ANSWERED(
            CREATE_ENDPOINT,
            ENDPOINT,
            "the cloud has made the endpoint, its answer is not here",
            unanswered("CreateVpcEndpoint"),
            KEPT),

    START_NOT_REPORTED(
            CREATE_CLUSTER,
            VALIDATION,
            "the driver saw the cluster run, its report is not committed",
            recording("cluster.running"),
            KEPT),
    START_NOT_SETTLED(
            CREATE_CLUSTER,
            VALIDATION,
            "Kafka has the request to start, nobody noted it",
            settling("cluster.start-requested"),
            KEPT),
    CLUSTER_NOT_PROJECTED(
            CREATE_CLUSTER,
            VALIDATION,
            "the event of the cluster has arrived, it is not projected",
            before("cluster", "new.group_id = :group and old.group_id is null"),
            KEPT),
    START_NOT_PROJECTED(
            CREATE_CLUSTER,
            CONFIG,
            "the request to start has arrived, it is not projected",
            projecting("STARTING"),
            KEPT),
    CLUSTER_NOT_SETTLED(
            CREATE_CLUSTER, CONFIG, "Kafka has the new cluster, nobody noted it", settling("cluster.created"), KEPT),
    CLUSTER_NOT_ANSWERED(
            CREATE_CLUSTER, CONFIG, "the cluster is committed, nobody was told", committing("cluster.created"), KEPT),
    CLUSTER_NOT_COMMITTED(
            CREATE_CLUSTER, CONFIG, "the cluster is asked for, not committed", recording("cluster.created"), UNDONE),

    NOTICE_NOT_RECORDED(
            STOP,
            VALIDATION,
            "the webhook has the notice, that it was sent is not recorded",
            before(
                    "notice_delivery",
                    "new.sent_at is not null and old.sent_at is null and exists (select from notice n "
                            + "where n.id = new.notice_id and n.group_id = :group and n.channel_type = 'WEBHOOK')"),
            KEPT),
    STOP_NOT_REPORTED(
            STOP,
            VALIDATION,
            "the driver saw the cluster stopped, its report is not answered",
            committing("cluster.stopped"),
            KEPT),
    STOP_NOT_SETTLED(
            STOP,
            VALIDATION,
            "Kafka has the request to stop, nobody noted it",
            settling("cluster.stop-requested"),
            KEPT),
    STOP_NOT_SENT(
            STOP,
            VALIDATION,
            "verdict and request to stop are committed, the request is not sent",
            committing("cluster.stop-requested"),
            KEPT),
    VERDICT_NOT_RECORDED(
            STOP,
            VALIDATION,
            "the key is found revoked and the cluster is to stop, nothing of it is committed",
            recording("cluster.stop-requested"),
            KEPT),
    SUSPICION_NOT_RECORDED(
            STOP,
            VALIDATION,
            "the first check that found the key disabled is answered, not recorded",
            before("key_check", "new.group_id = :group and new.outcome = 'REVOKED' and old.id is null"),
            KEPT),
    CHECK_NOT_ANSWERED(
            STOP, VALIDATION, "the cloud is asked about the key and does not answer", unheard("DescribeKey"), KEPT),
    STOP_NOT_PROJECTED(
            STOP, CONFIG, "the request to stop has arrived, it is not projected", projecting("STOP_REQUESTED"), KEPT),
    VERDICT_NOT_PROJECTED(
            STOP,
            CONFIG,
            "the verdict has arrived, it is not projected",
            before(
                    "key_verdict",
                    "new.verdict = 'REVOKED' and exists (select from key_use k where k.id = new.key_use_id and k.group_id = :group)"),
            KEPT),
    LOOK_NOT_ANSWERED(
            STOP,
            ENDPOINT,
            "the cloud is asked what stands in the region and does not answer",
            unheard("DescribeVpcEndpoints"),
            KEPT),

    RESUME_NOT_REPORTED(
            RESUME,
            VALIDATION,
            "the driver saw the cluster run again, its report is not committed",
            recording("cluster.running"),
            KEPT),
    RESUME_NOT_SETTLED(
            RESUME,
            VALIDATION,
            "Kafka has the request to resume, nobody noted it",
            settling("cluster.resume-requested"),
            KEPT),
    RESUME_NOT_SENT(
            RESUME,
            VALIDATION,
            "the key is valid again and the cluster is to resume, the request is not sent",
            committing("cluster.resume-requested"),
            KEPT),
    RECOVERY_NOT_RECORDED(
            RESUME,
            VALIDATION,
            "the key is found valid again, that is not committed",
            recording("key.validated"),
            KEPT),
    RESUME_NOT_PROJECTED(
            RESUME, CONFIG, "the request to resume has arrived, it is not projected", projecting("RESUMING"), KEPT),

    REPLACED_END_NOT_RECORDED(
            LOSE_ENDPOINT,
            ENDPOINT,
            "the replaced endpoint was seen to be gone, that is not recorded",
            recording("endpoint.deleted"),
            KEPT),
    REPLACEMENT_ACTIVE_NOT_RECORDED(
            LOSE_ENDPOINT,
            ENDPOINT,
            "the replacement was seen to stand, neither that nor the end of the other is recorded",
            recording("endpoint.activated"),
            KEPT),
    REPLACEMENT_CREATION_NOT_ANSWERED(
            LOSE_ENDPOINT,
            ENDPOINT,
            "the cloud has made the replacement, its answer is not here",
            unanswered("CreateVpcEndpoint"),
            KEPT),
    REPLACEMENT_CREATION_NOT_HEARD(
            LOSE_ENDPOINT,
            ENDPOINT,
            "the creation of the replacement is recorded, the cloud has not heard of it",
            unheard("CreateVpcEndpoint"),
            KEPT),
    REPLACEMENT_NOT_SENT(
            LOSE_ENDPOINT,
            ENDPOINT,
            "the replacement is committed, its event is not sent",
            committing("endpoint.requested"),
            KEPT),
    REPLACEMENT_NOT_INSERTED(
            LOSE_ENDPOINT,
            ENDPOINT,
            "the replacement is admitted, it is not inserted",
            before("endpoint", "new.group_id = :group and old.group_id is null"),
            KEPT),
    LOSS_NOT_SENT(
            LOSE_ENDPOINT,
            ENDPOINT,
            "that the endpoint was taken away is committed, the event is not sent",
            committing("endpoint.lost"),
            KEPT),
    LOSS_NOT_RECORDED(
            LOSE_ENDPOINT,
            ENDPOINT,
            "two looks agree that the endpoint was taken away, that is not recorded",
            recording("endpoint.lost"),
            KEPT),

    REMOVAL_NOT_REPORTED(
            DELETE_CLUSTER,
            VALIDATION,
            "the driver saw the cluster gone, its report is not answered",
            committing("cluster.removed"),
            KEPT),
    REMOVAL_NOT_SETTLED(
            DELETE_CLUSTER,
            VALIDATION,
            "Kafka has the request to remove, nobody noted it",
            settling("cluster.removal-requested"),
            KEPT),
    REMOVAL_NOT_SENT(
            DELETE_CLUSTER,
            VALIDATION,
            "that the cluster is to go is committed, the request is not sent",
            committing("cluster.removal-requested"),
            KEPT),
    CLUSTER_END_NOT_RECORDED(
            DELETE_CLUSTER,
            CONFIG,
            "it has arrived that the cluster is gone, its deletion is not recorded",
            recording("cluster.deleted"),
            KEPT),
    CLUSTER_DELETION_NOT_SETTLED(
            DELETE_CLUSTER,
            CONFIG,
            "Kafka has the request to delete, nobody noted it",
            settling("cluster.deletion-requested"),
            KEPT),
    CLUSTER_DELETION_NOT_ANSWERED(
            DELETE_CLUSTER,
            CONFIG,
            "the deletion is committed, nobody was told",
            committing("cluster.deletion-requested"),
            KEPT),
    CLUSTER_DELETION_NOT_COMMITTED(
            DELETE_CLUSTER,
            CONFIG,
            "the deletion is asked for, not committed",
            recording("cluster.deletion-requested"),
            UNDONE),

    END_OF_COVERAGE_NOT_PROJECTED(
            DELETE_ENDPOINT,
            VALIDATION,
            "it has arrived that the endpoint is gone, it is not projected",
            before("endpoint", "new.group_id = :group and new.state = 'DELETED'"),
            KEPT),
    ENDPOINT_END_NOT_PROJECTED(
            DELETE_ENDPOINT,
            CONFIG,
            "it has arrived that the endpoint is gone, it is not projected",
            before("endpoint_seen", "new.group_id = :group and new.status = 'DELETED'"),
            KEPT),
    ENDPOINT_DELETION_NOT_COMMITTED(
            DELETE_ENDPOINT,
            ENDPOINT,
            "the deletion is asked for, not committed",
            recording("endpoint.deletion-requested"),
            UNDONE),
    ENDPOINT_DELETION_NOT_ANSWERED(
            DELETE_ENDPOINT,
            ENDPOINT,
            "the deletion is committed, nobody was told",
            committing("endpoint.deletion-requested"),
            KEPT),
    ENDPOINT_END_NOT_RECORDED(
            DELETE_ENDPOINT,
            ENDPOINT,
            "the endpoint was seen to be gone, that is not recorded",
            recording("endpoint.deleted"),
            KEPT),
    ENDPOINT_END_NOT_SENT(
            DELETE_ENDPOINT,
            ENDPOINT,
            "that the endpoint is gone is committed, the event is not sent",
            committing("endpoint.deleted"),
            KEPT),
    ENDPOINT_DELETION_NOT_SETTLED(
            DELETE_ENDPOINT,
            ENDPOINT,
            "Kafka has the request to delete, nobody noted it",
            settling("endpoint.deletion-requested"),
            KEPT),
    DELETION_NOT_HEARD(
            DELETE_ENDPOINT,
            ENDPOINT,
            "the deletion is recorded, the cloud has not heard of it",
            unheard("DeleteVpcEndpoints"),
            KEPT),
    DELETION_NOT_CONFIRMED(
            DELETE_ENDPOINT,
            ENDPOINT,
            "the cloud deletes the endpoint, its answer is not here",
            unanswered("DeleteVpcEndpoints"),
            KEPT),

    CLOSING_NOT_COMMITTED(
            OPEN_NETWORK,
            ENDPOINT,
            "the project is to be closed to new endpoints, that is not committed",
            before("project_gate", "new.group_id = :group and new.closed_stamp > old.closed_stamp"),
            UNDONE),
    OPENING_NOT_ANSWERED(
            OPEN_NETWORK,
            CONFIG,
            "private networking is off and committed, nobody was told",
            committing("encryption.configured"),
            KEPT),
    OPENING_NOT_COMMITTED(
            OPEN_NETWORK,
            CONFIG,
            "the project is closed to new endpoints, that private networking is off is not committed",
            recording("encryption.configured"),
            UNDONE);

    private final Operation operation;
    private final Service service;
    private final String situation;
    private final Hold hold;
    private final Fate fate;

    CrashPoint(Operation operation, Service service, String situation, Hold hold, Fate fate) {
        this.operation = operation;
        this.service = service;
        this.situation = situation;
        this.hold = hold;
        this.fate = fate;
    }

    public Operation operation() {
        return operation;
    }

    /** The phase is about to show on the cluster. */
    private static Hold projecting(String phase) {
        return before(
                "cluster_enforcement",
                "new.phase = '" + phase
                        + "' and exists (select from cluster c where c.id = new.cluster_id and c.group_id = :group)");
    }

    /** Who waits there, and is killed. */
    public Service service() {
        return service;
    }

    Hold hold() {
        return hold;
    }

    Fate fate() {
        return fate;
    }

    @Override
    public String toString() {
        return "%s, %s killed: %s (%s)".formatted(operation, service.folder(), situation, name());
    }
}
