package io.keyward.atlas.region;

import java.util.Map;
import java.util.Optional;

/**
 * The Google Cloud regions of the contract. Their names in Atlas do not follow from those in Google Cloud. A name that ends in {@code _AW}
 * is the same place under Assured Workloads: Google's name alone means the one without.
 */
public enum GoogleRegion implements CloudRegion {
    EASTERN_US("us-east1"),
    EASTERN_US_AW("us-east1"),
    US_EAST_4("us-east4"),
    US_EAST_4_AW("us-east4"),
    US_EAST_5("us-east5"),
    US_EAST_5_AW("us-east5"),
    US_WEST_2("us-west2"),
    US_WEST_2_AW("us-west2"),
    US_WEST_3("us-west3"),
    US_WEST_3_AW("us-west3"),
    US_WEST_4("us-west4"),
    US_WEST_4_AW("us-west4"),
    US_SOUTH_1("us-south1"),
    US_SOUTH_1_AW("us-south1"),
    CENTRAL_US("us-central1"),
    CENTRAL_US_AW("us-central1"),
    WESTERN_US("us-west1"),
    WESTERN_US_AW("us-west1"),
    NORTH_AMERICA_NORTHEAST_1("northamerica-northeast1"),
    NORTH_AMERICA_NORTHEAST_2("northamerica-northeast2"),
    NORTH_AMERICA_SOUTH_1("northamerica-south1"),
    SOUTH_AMERICA_EAST_1("southamerica-east1"),
    SOUTH_AMERICA_WEST_1("southamerica-west1"),
    WESTERN_EUROPE("europe-west1"),
    EUROPE_NORTH_1("europe-north1"),
    EUROPE_WEST_2("europe-west2"),
    EUROPE_WEST_3("europe-west3"),
    EUROPE_WEST_4("europe-west4"),
    EUROPE_WEST_6("europe-west6"),
    EUROPE_WEST_8("europe-west8"),
    EUROPE_WEST_9("europe-west9"),
    EUROPE_WEST_10("europe-west10"),
    EUROPE_WEST_12("europe-west12"),
    EUROPE_SOUTHWEST_1("europe-southwest1"),
    EUROPE_CENTRAL_2("europe-central2"),
    MIDDLE_EAST_CENTRAL_1("me-central1"),
    MIDDLE_EAST_CENTRAL_2("me-central2"),
    MIDDLE_EAST_WEST_1("me-west1"),
    AUSTRALIA_SOUTHEAST_1("australia-southeast1"),
    AUSTRALIA_SOUTHEAST_2("australia-southeast2"),
    AFRICA_SOUTH_1("africa-south1"),
    EASTERN_ASIA_PACIFIC("asia-east1"),
    NORTHEASTERN_ASIA_PACIFIC("asia-northeast1"),
    SOUTHEASTERN_ASIA_PACIFIC("asia-southeast1"),
    ASIA_EAST_2("asia-east2"),
    ASIA_NORTHEAST_2("asia-northeast2"),
    ASIA_NORTHEAST_3("asia-northeast3"),
    ASIA_SOUTH_1("asia-south1"),
    ASIA_SOUTH_2("asia-south2"),
    ASIA_SOUTHEAST_2("asia-southeast2");

    private static final Map<String, GoogleRegion> BY_NAME = RegionNames.of(values());

    private final String cloudName;

    GoogleRegion(String cloudName) {
        this.cloudName = cloudName;
    }

    /** The region of that name in either spelling, {@code CENTRAL_US} or {@code us-central1}; empty when there is none. */
    public static Optional<GoogleRegion> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    @Override
    public Cloud cloud() {
        return Cloud.GCP;
    }

    @Override
    public String cloudName() {
        return cloudName;
    }
}
