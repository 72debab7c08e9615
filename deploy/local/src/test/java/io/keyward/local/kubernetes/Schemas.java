package io.keyward.local.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.models.V1ClusterRole;
import io.kubernetes.client.openapi.models.V1ClusterRoleBinding;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a manifest is what its kind allows. Kinds of Kubernetes' own are read by what is generated from its OpenAPI document: needed fields, unknown
 * fields, kinds of values. For others there is a model: unknown fields and kinds of values, but not what is needed.
 */
final class Schemas {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final Map<String, Check> OWN = Map.of(
            "v1/Namespace", V1Namespace::validateJsonElement,
            "v1/Service", V1Service::validateJsonElement,
            "v1/ServiceAccount", V1ServiceAccount::validateJsonElement,
            "v1/ConfigMap", V1ConfigMap::validateJsonElement,
            "apps/v1/Deployment", V1Deployment::validateJsonElement,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "rbac.authorization.k8s.io/v1/ClusterRole", V1ClusterRole::validateJsonElement,
            "rbac.authorization.k8s.io/v1/ClusterRoleBinding", V1ClusterRoleBinding::validateJsonElement);
    private static final Map<String, Class<?>> MODELLED = Map.of(
            "gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class,
            "monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class,
            "monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class);
    /** Of which nothing here knows the schema: they are only read for what is ours. */
    private static final Set<String> UNKNOWN = Set.of("external-secrets.io/v1/ExternalSecret");

    private Schemas() {}

    /** Throws with what is wrong. */
    static void check(JsonNode manifest) {
        String kind = manifest.path("apiVersion").asText() + "/"
                + manifest.path("kind").asText();
        try {
            if (OWN.containsKey(kind)) {
                OWN.get(kind).check(JsonParser.parseString(manifest.toString()));
            } else if (MODELLED.containsKey(kind)) {
                known(JSON.treeToValue(manifest, MODELLED.get(kind)), kind, new IdentityHashMap<>());
            } else if (!UNKNOWN.contains(kind)) {
                throw new IllegalArgumentException("there is no schema of " + kind);
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalArgumentException(kind + ": " + e.getMessage(), e);
        }
    }

    /** The models take in what they do not know, and set it aside: nothing may lie there. */
    private static void known(Object value, String path, Map<Object, Object> seen)
            throws ReflectiveOperationException, JsonProcessingException {
        if (value instanceof List<?> list) {
            for (Object entry : list) {
                known(entry, path + "[]", seen);
            }
        } else if (value != null && isModel(value.getClass()) && seen.put(value, value) == null) {
            for (var method : value.getClass().getMethods()) {
                boolean read = method.getName().startsWith("get") && method.getParameterCount() == 0;
                if (read && Arrays.stream(method.getAnnotations()).anyMatch(JsonAnyGetter.class::isInstance)) {
                    if (!((Map<?, ?>) method.invoke(value)).isEmpty()) {
                        throw new IllegalArgumentException(path + " has no " + method.invoke(value));
                    }
                } else if (read && !Modifier.isStatic(method.getModifiers())) {
                    known(method.invoke(value), path + "." + method.getName().substring(3), seen);
                }
            }
        }
    }

    private static boolean isModel(Class<?> type) {
        return type.getName().startsWith("io.fabric8.") && !type.isEnum();
    }

    private interface Check {
        void check(JsonElement element) throws IOException;
    }
}
