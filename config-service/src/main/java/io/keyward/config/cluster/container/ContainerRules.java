package io.keyward.config.cluster.container;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.spec.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Which network containers follow from where a project has nodes. */
final class ContainerRules {
    private static final int ID_BYTES = 12;

    private ContainerRules() {}

    /** The containers in a cloud, by region; on Google Cloud the one that serves every region. */
    static List<ContainerView> of(String groupId, Cloud cloud, Collection<Place> places) {
        List<String> regions = places.stream()
                .filter(place -> place.cloud().name().equals(cloud.name()))
                .map(Place::region)
                .distinct()
                .sorted()
                .toList();
        return switch (cloud) {
            case AWS ->
                regions.stream()
                        .map(region ->
                                new ContainerView(id(groupId, cloud, region), cloud.name(), true, region, null, null))
                        .toList();
            case AZURE ->
                regions.stream()
                        .map(region ->
                                new ContainerView(id(groupId, cloud, region), cloud.name(), true, null, region, null))
                        .toList();
            case GCP ->
                regions.isEmpty()
                        ? List.of()
                        : List.of(new ContainerView(
                                id(groupId, cloud, "GLOBAL"), cloud.name(), true, null, null, regions));
        };
    }

    private static String id(String groupId, Cloud cloud, String region) {
        String name = String.join("/", groupId, cloud.name(), region);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
