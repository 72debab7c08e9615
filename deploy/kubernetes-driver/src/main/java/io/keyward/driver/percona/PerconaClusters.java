package io.keyward.driver.percona;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.keyward.driver.plan.Resource;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Resources of Percona's operator for MongoDB. Every change names the version that it was planned from: what somebody else changed meanwhile is looked
 * at again before it is touched. All methods fail with {@link KubernetesClientException}, and then nothing is known.
 */
public final class PerconaClusters {
    /** Put by whoever makes the resource: the cluster's id in Keyward. */
    public static final String CLUSTER_ID = "keyward.io/cluster-id";

    /** Who set {@code spec.pause}. What does not carry it was paused by somebody else, and stays so. */
    public static final String PAUSED_BY = "keyward.io/paused-by";

    static final String OURSELVES = "kubernetes-driver";
    static final String REQUEST = "keyward.io/request";
    private static final Set<String> UNDER_WAY = Set.of("requested", "running");

    private final KubernetesClient client;

    public PerconaClusters(KubernetesClient client) {
        this.client = client;
    }

    /** All that belongs to some cluster of Keyward, in every namespace. */
    public List<Resource> all() {
        return kind("PerconaServerMongoDB", "perconaservermongodbs")
                .inAnyNamespace()
                .withLabel(CLUSTER_ID)
                .list()
                .getItems()
                .stream()
                .map(PerconaClusters::seen)
                .toList();
    }

    /** Backups and restores that the operator is at, of these; one that merely waits for its turn holds nothing up. */
    public List<String> busy(List<Resource> resources) {
        return resources.stream()
                .flatMap(resource -> Stream.concat(
                        underWay(resource, "PerconaServerMongoDBBackup", "perconaservermongodbbackups"),
                        underWay(resource, "PerconaServerMongoDBRestore", "perconaservermongodbrestores")))
                .toList();
    }

    public void pause(Resource resource, long requestRevision) {
        patch(resource, """
            {"metadata":{"resourceVersion":"%s","annotations":{"%s":"%s","%s":"%d"}},"spec":{"pause":true}}\
            """.formatted(resource.version(), PAUSED_BY, OURSELVES, REQUEST, requestRevision));
    }

    public void resume(Resource resource) {
        patch(resource, """
            {"metadata":{"resourceVersion":"%s","annotations":{"%s":null,"%s":null}},"spec":{"pause":false}}\
            """.formatted(resource.version(), PAUSED_BY, REQUEST));
    }

    public void forget(Resource resource) {
        patch(resource, """
            {"metadata":{"resourceVersion":"%s","annotations":{"%s":null,"%s":null}}}\
            """.formatted(resource.version(), PAUSED_BY, REQUEST));
    }

    private void patch(Resource resource, String change) {
        var _ = kind("PerconaServerMongoDB", "perconaservermongodbs")
                .inNamespace(resource.namespace())
                .withName(resource.name())
                .patch(PatchContext.of(PatchType.JSON_MERGE), change);
    }

    private Stream<String> underWay(Resource resource, String kind, String plural) {
        try {
            return kind(kind, plural).inNamespace(resource.namespace()).list().getItems().stream()
                    .filter(task -> resource.name().equals(task.get("spec", "clusterName")))
                    .filter(task -> UNDER_WAY.contains(text(task.get("status", "state"))))
                    .map(task -> task.getMetadata().getName());
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Stream.empty();
            }
            throw e;
        }
    }

    private static Resource seen(GenericKubernetesResource resource) {
        var metadata = resource.getMetadata();
        Map<String, String> annotations = metadata.getAnnotations() == null ? Map.of() : metadata.getAnnotations();
        return new Resource(
                metadata.getLabels().getOrDefault(CLUSTER_ID, ""),
                metadata.getNamespace(),
                metadata.getName(),
                metadata.getResourceVersion(),
                Boolean.TRUE.equals(resource.get("spec", "pause")),
                OURSELVES.equals(annotations.get(PAUSED_BY)),
                text(resource.get("status", "state")),
                isUpToDate(metadata.getGeneration(), resource.get("status", "observedGeneration")));
    }

    /** Operators and servers that count no generations are believed. */
    private static boolean isUpToDate(Long generation, Object observed) {
        return generation == null || !(observed instanceof Number number) || number.longValue() >= generation;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private MixedOperation<
                    GenericKubernetesResource,
                    GenericKubernetesResourceList,
                    io.fabric8.kubernetes.client.dsl.Resource<GenericKubernetesResource>>
            kind(String kind, String plural) {
        return client.genericKubernetesResources(new ResourceDefinitionContext.Builder()
                .withGroup("psmdb.percona.com")
                .withVersion("v1")
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build());
    }
}
