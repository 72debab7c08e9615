package io.keyward.config.cluster.spec;

import io.keyward.atlas.AwsRegion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The regions of each cloud, as the API spells them. */
final class Regions {
    private static final List<String> AZURE =
            words("US_CENTRAL US_EAST US_EAST_2 US_NORTH_CENTRAL US_WEST US_SOUTH_CENTRAL EUROPE_NORTH"
                    + " EUROPE_WEST US_WEST_CENTRAL US_WEST_2 US_WEST_3 CANADA_EAST CANADA_CENTRAL"
                    + " BRAZIL_SOUTH BRAZIL_SOUTHEAST AUSTRALIA_CENTRAL AUSTRALIA_CENTRAL_2 AUSTRALIA_EAST"
                    + " AUSTRALIA_SOUTH_EAST GERMANY_WEST_CENTRAL GERMANY_NORTH SWEDEN_CENTRAL SWEDEN_SOUTH"
                    + " SWITZERLAND_NORTH SWITZERLAND_WEST UK_SOUTH UK_WEST NORWAY_EAST NORWAY_WEST"
                    + " INDIA_CENTRAL INDIA_SOUTH INDIA_WEST CHINA_EAST CHINA_NORTH ASIA_EAST JAPAN_EAST"
                    + " JAPAN_WEST ASIA_SOUTH_EAST KOREA_CENTRAL KOREA_SOUTH FRANCE_CENTRAL FRANCE_SOUTH"
                    + " SOUTH_AFRICA_NORTH SOUTH_AFRICA_WEST UAE_CENTRAL UAE_NORTH QATAR_CENTRAL"
                    + " POLAND_CENTRAL ISRAEL_CENTRAL ITALY_NORTH SPAIN_CENTRAL MEXICO_CENTRAL"
                    + " NEW_ZEALAND_NORTH US_GOV_VIRGINIA US_GOV_ARIZONA US_GOV_TEXAS");
    private static final List<String> GCP =
            words("EASTERN_US EASTERN_US_AW US_EAST_4 US_EAST_4_AW US_EAST_5 US_EAST_5_AW US_WEST_2"
                    + " US_WEST_2_AW US_WEST_3 US_WEST_3_AW US_WEST_4 US_WEST_4_AW US_SOUTH_1 US_SOUTH_1_AW"
                    + " CENTRAL_US CENTRAL_US_AW WESTERN_US WESTERN_US_AW NORTH_AMERICA_NORTHEAST_1"
                    + " NORTH_AMERICA_NORTHEAST_2 NORTH_AMERICA_SOUTH_1 SOUTH_AMERICA_EAST_1"
                    + " SOUTH_AMERICA_WEST_1 WESTERN_EUROPE EUROPE_NORTH_1 EUROPE_WEST_2 EUROPE_WEST_3"
                    + " EUROPE_WEST_4 EUROPE_WEST_6 EUROPE_WEST_8 EUROPE_WEST_9 EUROPE_WEST_10 EUROPE_WEST_12"
                    + " EUROPE_SOUTHWEST_1 EUROPE_CENTRAL_2 MIDDLE_EAST_CENTRAL_1 MIDDLE_EAST_CENTRAL_2"
                    + " MIDDLE_EAST_WEST_1 AUSTRALIA_SOUTHEAST_1 AUSTRALIA_SOUTHEAST_2 AFRICA_SOUTH_1"
                    + " EASTERN_ASIA_PACIFIC NORTHEASTERN_ASIA_PACIFIC SOUTHEASTERN_ASIA_PACIFIC ASIA_EAST_2"
                    + " ASIA_NORTHEAST_2 ASIA_NORTHEAST_3 ASIA_SOUTH_1 ASIA_SOUTH_2 ASIA_SOUTHEAST_2");

    private Regions() {}

    /** The API's spelling of a region, if the cloud has it. AWS regions are also taken as AWS spells them. */
    static Optional<String> find(CloudProvider provider, String region) {
        return switch (provider) {
            case AWS -> AwsRegion.find(region).map(AwsRegion::atlasName);
            case AZURE -> AZURE.stream().filter(region::equals).findFirst();
            case GCP -> GCP.stream().filter(region::equals).findFirst();
            case TENANT -> Optional.empty();
        };
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
