package io.keyward.validation.alert.notification.trial;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

/** Whether the channels of an alert configuration work. */
@Path("/api/keyward/v1/groups/{groupId}/alertConfigs/{alertConfigId}/test")
@Produces(MediaTypes.KEYWARD_V1)
public class TrialResource {
    private final TrialStore store;
    private final Trial trial;

    TrialResource(TrialStore store, Trial trial) {
        this.store = store;
        this.trial = trial;
    }

    /** Sends a clearly marked notice to each channel now, whether or not the configuration is enabled. */
    @POST
    @Requires(ProjectRole.GROUP_ALERTS_MANAGER)
    public Uni<Results> test(@PathParam("groupId") String groupId, @PathParam("alertConfigId") String id) {
        if (!ObjectIds.isValid(id)) {
            throw Refusal.of(ErrorCode.INVALID_ALERT_CONFIG_ID, id);
        }
        return Detached.run(() -> store.load(groupId, id)
                        .map(found ->
                                found.orElseThrow(() -> Refusal.of(ErrorCode.ALERT_CONFIG_NOT_FOUND, id, groupId)))
                        .chain(trial::of))
                .map(Results::new);
    }

    /** One for each notification, in their order. */
    public record Results(List<TrialResult> results) {}
}
