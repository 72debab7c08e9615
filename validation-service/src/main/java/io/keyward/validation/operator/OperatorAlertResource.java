package io.keyward.validation.operator;

import io.keyward.access.ForOperators;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.validation.operator.OperatorAlert.Status;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What operators have to know of the installation itself. */
@Path("/api/keyward/v1/operatorAlerts")
@Produces(MediaTypes.KEYWARD_V1)
@ForOperators
public class OperatorAlertResource {
    private static final String ALLOWED = "OPEN, CLOSED";

    private final OperatorAlertPageStore store;

    OperatorAlertResource(OperatorAlertPageStore store) {
        this.store = store;
    }

    /** Newest first, all or those of one state. */
    @GET
    public Uni<Page<OperatorAlertView>> list(@QueryParam("status") @Nullable String status, @BeanParam Paging paging) {
        return store.newest(status(status), paging.offset(), paging.itemsPerPage())
                .map(slice -> paging.page(
                        slice.alerts().stream().map(OperatorAlertView::of).toList(), slice.total()));
    }

    private static @Nullable Status status(@Nullable String filter) {
        if (filter == null) {
            return null;
        }
        return switch (filter) {
            case "OPEN" -> Status.OPEN;
            case "CLOSED" -> Status.CLOSED;
            default -> throw Refusal.of(ErrorCode.INVALID_ENUM_VALUE, "status", ALLOWED);
        };
    }
}
