package io.keyward.config.access.signing;

import io.keyward.access.ForOperators;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The keys that sign tokens, without their secrets. */
@Path("/api/keyward/v1/signingKeys")
@Produces(MediaTypes.KEYWARD_V1)
@ForOperators
public class SigningKeyResource {
    private final SigningKeys keys;
    private final Clock clock;

    SigningKeyResource(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GET
    public Uni<Page<SigningKeyView>> list(@BeanParam Paging paging) {
        return keys.kept().map(this::views).map(paging::slice);
    }

    /** Makes the next key now. It signs in ten minutes, when everybody knows it; the present one stays known until its last token is over. */
    @POST
    @ResponseStatus(201)
    public Uni<Page<SigningKeyView>> rotate(@BeanParam Paging paging) {
        return keys.rotate().map(this::views).map(paging::slice);
    }

    private List<SigningKeyView> views(List<KeptKey> kept) {
        KeptKey current = SigningKeyRules.current(kept, clock.instant()).orElseThrow();
        return kept.stream().map(key -> SigningKeyView.of(key, current)).toList();
    }
}
