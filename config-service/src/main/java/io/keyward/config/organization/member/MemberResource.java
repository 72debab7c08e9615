package io.keyward.config.organization.member;

import io.keyward.access.CurrentCaller;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The people of an organisation: whom to write to about it and its projects. */
@Path("/api/keyward/v1/orgs/{orgId}/members")
@Produces(MediaTypes.KEYWARD_V1)
@RequiresOrg(OrgRole.ORG_OWNER)
public class MemberResource {
    private final MemberStore store;
    private final CurrentCaller caller;

    MemberResource(MemberStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @GET
    public Uni<Page<MemberView>> list(
            @PathParam("orgId") String orgId, @BeanParam Paging paging, @Context UriInfo uri) {
        return store.list(orgId, paging).map(slice -> slice.page(paging, member -> MemberView.of(member, uri)));
    }

    @POST
    @ResponseStatus(201)
    public Uni<MemberView> create(
            @PathParam("orgId") String orgId, @NotNull MemberRequest request, @Context UriInfo uri) {
        Member member = MemberRules.create(ObjectIds.next(), orgId, request);
        return Detached.run(() -> store.create(member, caller.get().actor()))
                .map(created -> MemberView.of(created, uri));
    }

    @GET
    @Path("/{memberId}")
    public Uni<MemberView> get(
            @PathParam("orgId") String orgId, @PathParam("memberId") String memberId, @Context UriInfo uri) {
        return store.get(orgId, memberId).map(member -> MemberView.of(member, uri));
    }

    /** Changes what is sent; a list of roles is replaced as a whole. */
    @PATCH
    @Path("/{memberId}")
    public Uni<MemberView> change(
            @PathParam("orgId") String orgId,
            @PathParam("memberId") String memberId,
            @NotNull MemberRequest request,
            @Context UriInfo uri) {
        return Detached.run(() -> store.change(
                        orgId,
                        memberId,
                        current -> MemberRules.merge(current, request),
                        caller.get().actor()))
                .map(changed -> MemberView.of(changed, uri));
    }

    /** Forgets a person; the last owner stays. */
    @DELETE
    @Path("/{memberId}")
    public Uni<Void> delete(@PathParam("orgId") String orgId, @PathParam("memberId") String memberId) {
        return Detached.run(() -> store.delete(orgId, memberId, caller.get().actor()));
    }
}
