package io.keyward.validation.provider.aws.life;

import io.keyward.clouds.aws.AwsClients;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.provider.aws.call.AwsCalls.Answer;
import io.keyward.validation.provider.aws.call.AwsOperations;
import io.keyward.validation.provider.aws.call.AwsRoutes;
import io.keyward.validation.provider.aws.call.RoleCalls;
import io.keyward.validation.provider.aws.life.AwsLifeRules.Rotation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.ListKeyRotationsResponse;
import software.amazon.awssdk.services.kms.model.RotationsListEntry;

/**
 * Asks AWS when a key was rotated: the record of rotations, the schedule, and when the key was made. Customers need not allow the first two. A multi-Region
 * key is rotated in its primary region, so that the primary is asked.
 *
 * <p>Through a private endpoint neither is asked: its policy lets nothing pass but describing and using keys, and the way is never left.
 */
@ApplicationScoped
public class AwsKeyLife {
    private static final int MOST_ROTATIONS = 1000;

    private final AwsRoutes routes;

    public AwsKeyLife(AwsRoutes routes) {
        this.routes = routes;
    }

    /** The life of a key that works. Never fails; what could not be learned is left out. */
    public Uni<KeyLife> of(KeyDescription key, String keyArn, RoleCalls calls) {
        var ending = AwsLifeRules.ending(key, calls.calls().now());
        var asked = rotating(key, keyArn, calls);
        return switch (calls.route().path()) {
            case KeyPath.Public ignored ->
                rotation(key, asked).map(rotation -> AwsLifeRules.rotated(ending, rotation.orElse(Rotation.UNKNOWN)));
            case KeyPath.Private ignored -> Uni.createFrom().item(AwsLifeRules.rotated(ending, madeOnly(key)));
        };
    }

    /** Empty when a source is out of order, for then a worse one says nothing. */
    private static Uni<Optional<Rotation>> rotation(KeyDescription key, Asked asked) {
        return list(asked)
                .chain(listed -> isBroken(listed)
                        ? unknown()
                        : schedule(asked)
                                .chain(scheduled -> isBroken(scheduled)
                                        ? unknown()
                                        : madeAt(key, asked)
                                                .map(madeAt -> Optional.of(rotation(listed, scheduled, madeAt)))));
    }

    private static Rotation rotation(
            Answer<ListKeyRotationsResponse> listed,
            Answer<GetKeyRotationStatusResponse> scheduled,
            Optional<Instant> madeAt) {
        @Nullable Instant last = told(listed).flatMap(AwsKeyLife::latest).orElse(null);
        var status = told(scheduled);
        return new Rotation(
                told(listed).isPresent(),
                last,
                status.map(GetKeyRotationStatusResponse::nextRotationDate).orElse(null),
                status.map(GetKeyRotationStatusResponse::rotationPeriodInDays).orElse(null),
                status.map(GetKeyRotationStatusResponse::onDemandRotationStartDate)
                        .orElse(null),
                madeAt.orElse(null));
    }

    private static Uni<Answer<ListKeyRotationsResponse>> list(Asked asked) {
        return asked.calls()
                .make(
                        AwsOperations.LIST_KEY_ROTATIONS,
                        asked.keyArn(),
                        kms -> kms.listKeyRotations(request -> asked.calls()
                                .asRole(request.keyId(asked.keyArn()).limit(MOST_ROTATIONS))));
    }

    private static Uni<Answer<GetKeyRotationStatusResponse>> schedule(Asked asked) {
        return asked.calls()
                .make(
                        AwsOperations.GET_KEY_ROTATION_STATUS,
                        asked.keyArn(),
                        kms -> kms.getKeyRotationStatus(
                                request -> asked.calls().asRole(request.keyId(asked.keyArn()))));
    }

    /** A replica is younger than its material: the primary's day counts. */
    private static Uni<Optional<Instant>> madeAt(KeyDescription key, Asked asked) {
        @Nullable String primary = key.primaryArn();
        if (primary == null) {
            return Uni.createFrom().item(Optional.ofNullable(key.dates().createdAt()));
        }
        return asked.calls()
                .make(
                        AwsOperations.DESCRIBE_KEY,
                        primary,
                        kms -> kms.describeKey(request -> asked.calls().asRole(request.keyId(primary))))
                .map(answer ->
                        told(answer).map(described -> described.keyMetadata().creationDate()));
    }

    private Asked rotating(KeyDescription key, String keyArn, RoleCalls calls) {
        @Nullable String primary = key.primaryArn();
        @Nullable String region = primary == null ? null : primary.split(":", 6)[3];
        if (primary == null || region == null || !AwsClients.isRegion(region)) {
            return new Asked(keyArn, calls);
        }
        return new Asked(primary, calls.on(routes.to(region, calls.route().path())));
    }

    private static Rotation madeOnly(KeyDescription key) {
        @Nullable Instant madeAt = key.primaryArn() == null ? key.dates().createdAt() : null;
        return new Rotation(false, null, null, null, null, madeAt);
    }

    private static Optional<Instant> latest(ListKeyRotationsResponse listed) {
        return listed.rotations().stream()
                .map(RotationsListEntry::rotationDate)
                .filter(date -> date != null)
                .max(Comparator.naturalOrder());
    }

    private static boolean isBroken(Answer<?> answer) {
        return answer instanceof Answer.Failed<?> failed && !AwsLifeRules.isClosed(failed.failure());
    }

    private static <T> Optional<T> told(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T> ok -> Optional.of(ok.value());
            case Answer.Failed<T> ignored -> Optional.empty();
        };
    }

    private static Uni<Optional<Rotation>> unknown() {
        return Uni.createFrom().item(Optional.empty());
    }

    /** Whom to ask, and how. */
    private record Asked(String keyArn, RoleCalls calls) {}
}
