package io.keyward.validation.enforcement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.validation.enforcement.plan.StopReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns of a cluster that hold JSON. */
@ApplicationScoped
class ClusterColumns {
    private static final TypeReference<List<CloudRegion>> REGIONS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashSet<StopReason>> REASONS = new TypeReference<>() {};

    private final ObjectMapper json;

    ClusterColumns(ObjectMapper json) {
        this.json = json;
    }

    List<CloudRegion> regions(ClusterEntity cluster) {
        return read(cluster.regions, REGIONS);
    }

    Set<StopReason> reasons(ClusterEntity cluster) {
        return read(cluster.reasons, REASONS);
    }

    String write(Collection<?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a column of a cluster cannot be written", bug);
        }
    }

    private <T> T read(String column, TypeReference<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a column of a cluster cannot be read", corrupt);
        }
    }
}
