package io.keyward.validation.enforcement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.EnforcementEvent.Addresses;
import io.keyward.contracts.EnforcementEvent.PrivatePath;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import io.keyward.validation.enforcement.networking.PrivatePathRules;
import io.keyward.validation.enforcement.observed.Sighting;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.enforcement.plan.Wrapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The columns of a cluster that hold JSON. */
@ApplicationScoped
class ClusterColumns {
    private static final TypeReference<List<CloudRegion>> REGIONS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashSet<StopReason>> REASONS = new TypeReference<>() {};

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<PrivatePath>> PATHS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Instant>> TIMES = new TypeReference<>() {};
    private static final TypeReference<Addresses> ADDRESSES = new TypeReference<>() {};

    private final ObjectMapper json;

    ClusterColumns(ObjectMapper json) {
        this.json = json;
    }

    List<CloudRegion> regions(ClusterEntity cluster) {
        return read(cluster.regions, REGIONS);
    }

    /** What its data is wrapped with, and where. */
    Wrapping wrapping(ClusterEntity cluster) {
        return new Wrapping(cluster.keyProvider, regions(cluster), keyIds(cluster));
    }

    List<String> keyIds(ClusterEntity cluster) {
        return read(cluster.keyIds, STRINGS);
    }

    Set<StopReason> reasons(ClusterEntity cluster) {
        return read(cluster.reasons, REASONS);
    }

    Set<StopReason> heldBack(ClusterEntity cluster) {
        return read(cluster.heldBack, REASONS);
    }

    /** The private paths that its nodes are to take, none of them moved. */
    List<PrivatePath> wantedPaths(ClusterEntity cluster) {
        return read(cluster.privatePaths, PATHS);
    }

    /** The private paths that its nodes are to take, and since when they do. */
    List<PrivatePath> privatePaths(ClusterEntity cluster) {
        return PrivatePathRules.moved(wantedPaths(cluster), read(cluster.privateEndpoints, TIMES));
    }

    Sighting sighting(ClusterEntity cluster) {
        var done = cluster.rewrapDone;
        var total = cluster.rewrapTotal;
        return new Sighting(
                cluster.appliedRevision,
                cluster.nodesReachKms,
                cluster.nodesRefusedSince,
                done == null || total == null ? null : new Rewrap(done, total),
                cluster.addresses == null ? null : read(cluster.addresses, ADDRESSES),
                read(cluster.privateEndpoints, TIMES));
    }

    void put(ClusterEntity cluster, Sighting sighting) {
        var rewrap = sighting.rewrap();
        var addresses = sighting.addresses();
        cluster.appliedRevision = sighting.appliedRevision();
        cluster.nodesReachKms = sighting.nodesReachKms();
        cluster.nodesRefusedSince = sighting.nodesRefusedSince();
        cluster.rewrapDone = rewrap == null ? null : rewrap.nodesDone();
        cluster.rewrapTotal = rewrap == null ? null : rewrap.nodesTotal();
        cluster.addresses = addresses == null ? null : write(addresses);
        cluster.privateEndpoints = write(new TreeMap<>(sighting.privateEndpoints()));
    }

    String write(Object values) {
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
