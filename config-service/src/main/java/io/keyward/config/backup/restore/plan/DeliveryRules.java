package io.keyward.config.backup.restore.plan;

import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.restore.plan.Delivery.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which delivery a request means. Empty texts count as left out, as clients send them. */
public final class DeliveryRules {
    /** The last second that can be written with four digits of the year. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private DeliveryRules() {}

    /** What was made of a request. */
    public sealed interface Reading {
        record Meant(Delivery delivery) implements Reading {}

        record Refused(BackupError error) implements Reading {}
    }

    /** @param groupId the project that is meant when none is named */
    public static Reading read(RestoreRequest request, String groupId) {
        String wanted = request.deliveryType();
        if (isAbsent(wanted)) {
            return new Reading.Refused(new BackupError.Missing("deliveryType"));
        }
        Optional<Type> type = Arrays.stream(Type.values())
                .filter(one -> one.wire().equals(wanted))
                .findFirst();
        if (type.isEmpty()) {
            List<String> allowed = Arrays.stream(Type.values()).map(Type::wire).toList();
            return new Reading.Refused(new BackupError.NotAllowed("deliveryType", String.valueOf(wanted), allowed));
        }
        Optional<BackupError> error = error(type.get(), request);
        return error.isPresent()
                ? new Reading.Refused(error.get())
                : new Reading.Meant(delivery(type.get(), request, groupId));
    }

    private static Optional<BackupError> error(Type type, RestoreRequest request) {
        return switch (type) {
            case AUTOMATED ->
                first(
                        missing("snapshotId", request.snapshotId()),
                        missing("targetClusterName", request.targetClusterName()),
                        surplusTime(request));
            case DOWNLOAD ->
                first(
                        missing("snapshotId", request.snapshotId()),
                        surplus("targetClusterName", request.targetClusterName(), "a download has no target"),
                        surplus("targetGroupId", request.targetGroupId(), "a download has no target"),
                        surplusTime(request));
            case POINT_IN_TIME -> first(missing("targetClusterName", request.targetClusterName()), time(request));
        };
    }

    private static Optional<BackupError> surplusTime(RestoreRequest request) {
        String why = "only with the deliveryType pointInTime";
        return first(
                surplus("pointInTimeUTCSeconds", request.pointInTimeUTCSeconds(), why),
                surplus("oplogTs", request.oplogTs(), why),
                surplus("oplogInc", request.oplogInc(), why));
    }

    private static Optional<BackupError> time(RestoreRequest request) {
        if (request.pointInTimeUTCSeconds() != null) {
            String why = "not together with pointInTimeUTCSeconds";
            return first(
                    surplus("oplogTs", request.oplogTs(), why),
                    surplus("oplogInc", request.oplogInc(), why),
                    positive("pointInTimeUTCSeconds", request.pointInTimeUTCSeconds(), LAST_SECOND));
        }
        if (request.oplogTs() == null && request.oplogInc() == null) {
            return Optional.of(new BackupError.Missing("pointInTimeUTCSeconds"));
        }
        return first(
                missing("oplogTs", request.oplogTs()),
                missing("oplogInc", request.oplogInc()),
                positive("oplogTs", request.oplogTs(), LAST_SECOND),
                positive("oplogInc", request.oplogInc(), Integer.MAX_VALUE));
    }

    private static Delivery delivery(Type type, RestoreRequest request, String groupId) {
        String snapshotId = String.valueOf(request.snapshotId());
        String targetGroup = isAbsent(request.targetGroupId()) ? groupId : String.valueOf(request.targetGroupId());
        Target target = new Target(targetGroup, String.valueOf(request.targetClusterName()));
        return switch (type) {
            case AUTOMATED -> new Delivery.Automated(snapshotId, target);
            case DOWNLOAD -> new Delivery.Download(snapshotId);
            case POINT_IN_TIME ->
                new Delivery.PointInTime(
                        isAbsent(request.snapshotId()) ? null : snapshotId,
                        target,
                        Stream.of(
                                        Optional.ofNullable(request.pointInTimeUTCSeconds()),
                                        Optional.ofNullable(request.oplogTs()))
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElseThrow(),
                        request.oplogInc());
        };
    }

    @SafeVarargs
    private static Optional<BackupError> first(Optional<BackupError>... errors) {
        return Stream.of(errors).flatMap(Optional::stream).findFirst();
    }

    private static Optional<BackupError> missing(String path, @Nullable Object value) {
        return isAbsent(value) ? Optional.of(new BackupError.Missing(path)) : Optional.empty();
    }

    private static Optional<BackupError> surplus(String path, @Nullable Object value, String why) {
        return isAbsent(value) ? Optional.empty() : Optional.of(new BackupError.Surplus(path, why));
    }

    private static Optional<BackupError> positive(String path, @Nullable Number value, long most) {
        return value != null && value.longValue() >= 1 && value.longValue() <= most
                ? Optional.empty()
                : Optional.of(new BackupError.Surplus(path, "a number from 1 to " + most));
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null || value.equals("");
    }
}
