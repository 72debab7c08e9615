package io.keyward.validation.preflight;

import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.validation.check.ReportedEvidence;
import io.keyward.validation.check.role.RoleCheck;
import io.keyward.validation.check.role.RoleChecks;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Does this role let us in?" Answered within the check's time limit; an outcome of any kind is 200. */
@Path("/internal/v1/role-checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoleCheckResource {
    private final RoleChecks roles;

    RoleCheckResource(RoleChecks roles) {
        this.roles = roles;
    }

    /** Enters by the role; a refusal is asked again for a few seconds before it is answered. */
    @POST
    public Uni<Answer> check(@Valid @NotNull RoleCheckQuestion question) {
        return roles.check(question.toRole()).map(Answer::of);
    }

    /**
     * What the attempt taught.
     *
     * @param outcome {@code ASSUMABLE}, {@code REFUSED} or {@code INCONCLUSIVE}
     * @param remedy null when there is nothing to do
     */
    public record Answer(
            String outcome, String explanation, @Nullable String remedy, List<ProviderCall> calls) {

        static Answer of(RoleCheck check) {
            var evidence = check.evidence();
            return new Answer(
                    check.outcome().name(),
                    evidence.explanation(),
                    evidence.remedy(),
                    evidence.calls().stream().map(ReportedEvidence::call).toList());
        }
    }
}
