package io.keyward.config.address;

import io.keyward.access.Open;
import io.keyward.atlas.MediaTypes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What a firewall in front of a key management service has to let through, for anyone: whoever writes its rules has no credentials here. */
@Path("/api/atlas/v2/unauth/controlPlaneIPAddresses")
@Produces(MediaTypes.V2023_11_15)
@Open
public class ControlPlaneAddressesResource {
    private final ControlPlaneAddresses addresses;

    ControlPlaneAddressesResource(ControlPlaneAddresses addresses) {
        this.addresses = addresses;
    }

    /** Inbound and outbound addresses by cloud and region. */
    @GET
    public ControlPlaneAddresses.View get() {
        return addresses.view();
    }
}
