package io.keyward.atlas.region;

import java.util.Map;
import java.util.Optional;

/** The Azure regions of the contract. Their names in Atlas do not follow from those in Azure. */
public enum AzureRegion implements CloudRegion {
    US_CENTRAL("centralus"),
    US_EAST("eastus"),
    US_EAST_2("eastus2"),
    US_NORTH_CENTRAL("northcentralus"),
    US_WEST("westus"),
    US_SOUTH_CENTRAL("southcentralus"),
    EUROPE_NORTH("northeurope"),
    EUROPE_WEST("westeurope"),
    US_WEST_CENTRAL("westcentralus"),
    US_WEST_2("westus2"),
    US_WEST_3("westus3"),
    CANADA_EAST("canadaeast"),
    CANADA_CENTRAL("canadacentral"),
    BRAZIL_SOUTH("brazilsouth"),
    BRAZIL_SOUTHEAST("brazilsoutheast"),
    AUSTRALIA_CENTRAL("australiacentral"),
    AUSTRALIA_CENTRAL_2("australiacentral2"),
    AUSTRALIA_EAST("australiaeast"),
    AUSTRALIA_SOUTH_EAST("australiasoutheast"),
    GERMANY_WEST_CENTRAL("germanywestcentral"),
    GERMANY_NORTH("germanynorth"),
    SWEDEN_CENTRAL("swedencentral"),
    SWEDEN_SOUTH("swedensouth"),
    SWITZERLAND_NORTH("switzerlandnorth"),
    SWITZERLAND_WEST("switzerlandwest"),
    UK_SOUTH("uksouth"),
    UK_WEST("ukwest"),
    NORWAY_EAST("norwayeast"),
    NORWAY_WEST("norwaywest"),
    INDIA_CENTRAL("centralindia"),
    INDIA_SOUTH("southindia"),
    INDIA_WEST("westindia"),
    CHINA_EAST("chinaeast"),
    CHINA_NORTH("chinanorth"),
    ASIA_EAST("eastasia"),
    JAPAN_EAST("japaneast"),
    JAPAN_WEST("japanwest"),
    ASIA_SOUTH_EAST("southeastasia"),
    KOREA_CENTRAL("koreacentral"),
    KOREA_SOUTH("koreasouth"),
    FRANCE_CENTRAL("francecentral"),
    FRANCE_SOUTH("francesouth"),
    SOUTH_AFRICA_NORTH("southafricanorth"),
    SOUTH_AFRICA_WEST("southafricawest"),
    UAE_CENTRAL("uaecentral"),
    UAE_NORTH("uaenorth"),
    QATAR_CENTRAL("qatarcentral"),
    POLAND_CENTRAL("polandcentral"),
    ISRAEL_CENTRAL("israelcentral"),
    ITALY_NORTH("italynorth"),
    SPAIN_CENTRAL("spaincentral"),
    MEXICO_CENTRAL("mexicocentral"),
    NEW_ZEALAND_NORTH("newzealandnorth"),
    US_GOV_VIRGINIA("usgovvirginia"),
    US_GOV_ARIZONA("usgovarizona"),
    US_GOV_TEXAS("usgovtexas");

    private static final Map<String, AzureRegion> BY_NAME = RegionNames.of(values());

    private final String cloudName;

    AzureRegion(String cloudName) {
        this.cloudName = cloudName;
    }

    /** The region of that name in either spelling, {@code US_EAST_2} or {@code eastus2}; empty when there is none. */
    public static Optional<AzureRegion> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    @Override
    public Cloud cloud() {
        return Cloud.AZURE;
    }

    @Override
    public String cloudName() {
        return cloudName;
    }
}
