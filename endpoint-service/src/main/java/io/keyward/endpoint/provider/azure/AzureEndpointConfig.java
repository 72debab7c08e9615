package io.keyward.endpoint.provider.azure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * Where endpoints are made on Azure. The most specific subnet wins: that of the project in the region, that of the project, that of the region, that of
 * all others. A region in which a project comes to none is not served to it.
 */
@ConfigMapping(prefix = "keyward.endpoint.azure")
public interface AzureEndpointConfig {

    /** Marks the endpoints of this installation, and begins their names. Installations that share a subscription need different ones. */
    @WithDefault("keyward")
    String installation();

    /** Which of Azure's clouds: {@code AZURE}, {@code AZURE_CHINA} or {@code AZURE_US_GOVERNMENT}. */
    @WithDefault("AZURE")
    String environment();

    /** The resource group of all endpoints. It has to stay the same for as long as there are any. */
    @WithDefault("keyward")
    String resourceGroup();

    /** For projects that have no subnet of their own. */
    @WithParentName
    Scope everybody();

    /** For single projects, by id. */
    Map<String, Scope> projects();

    /** A subnet for all regions that have none of their own, and those that have, by region, in either spelling. */
    interface Scope extends Subnet {

        Map<String, Subnet> regions();
    }

    /** One, or none. */
    interface Subnet {

        /** Resource id. Where it is for several regions, <code>{region}</code> in it stands for each, as Azure spells it. */
        Optional<String> subnetId();
    }
}
