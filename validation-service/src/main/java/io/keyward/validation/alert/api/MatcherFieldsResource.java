package io.keyward.validation.alert.api;

import io.keyward.access.ForAnyone;
import io.keyward.atlas.MediaTypes;
import io.keyward.validation.alert.configuration.Matcher;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;

/** By what alert configurations can be limited. A bare list, as clients know it. */
@Path("/api/atlas/v2/alertConfigs/matchers/fieldNames")
@Produces(MediaTypes.V2023_01_01)
public class MatcherFieldsResource {

    @GET
    @ForAnyone
    public List<String> list() {
        return Arrays.stream(Matcher.Field.values()).map(Enum::name).toList();
    }
}
