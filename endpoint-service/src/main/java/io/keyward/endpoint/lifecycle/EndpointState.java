package io.keyward.endpoint.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an endpoint. It serves timers, announcements, and to refuse impossible moves; what to do is read off the cloud at every look.
 *
 * <pre>
 *                     asked for                 let in by the customer, where the cloud asks for it
 *   Requested ─────► Provisioning ─────► AwaitingApproval ─────────┐
 *       │                │    │                │                   │ it or one before was of use; gone or rejected:
 *       │                │    └───────┬────────┘ it stands         │ two looks agree
 *       │                │            ▼                            │
 *       │ refused, or    │          Ready ◄────────────┐ it is     │
 *       │ not in time    │            │ gone or        │ there     │
 *       │                ▼            ▼ rejected       │ again     │
 *       └───────────► Failed ◄───── Lost ──────────────┤ ◄─────────┘
 *                        │  too often │ its successor  │
 *                        │            ▼ is recorded    │
 *                        │        Replaced ────────────┤
 *                        └─────────────────────────────┘ it stands after all
 *
 *   every one of them ── it is to go ──► Deleting ── the cloud has it no more ──► Deleted
 * </pre>
 */
public sealed interface EndpointState {

    /** Since when the endpoint is in the status that this state shows as. */
    Instant since();

    /** The provider's id, once it is known. */
    default Optional<String> reference() {
        return Optional.ofNullable(
                switch (this) {
                    case Requested ignored -> null;
                    case Provisioning provisioning -> provisioning.ref();
                    case AwaitingApproval awaiting -> awaiting.ref();
                    case Ready ready -> ready.ref();
                    case Failed failed -> failed.ref();
                    case Lost lost -> lost.ref();
                    case Replaced replaced -> replaced.ref();
                    case Deleting deleting -> deleting.ref();
                    case Deleted deleted -> deleted.ref();
                });
    }

    /** When the cloud was last asked to make it, as long as the answer may not be visible yet. */
    default Optional<Instant> askedAt() {
        return Optional.ofNullable(
                switch (this) {
                    case Provisioning provisioning -> provisioning.asked();
                    case Deleting deleting -> deleting.asked();
                    case Requested ignored -> null;
                    case AwaitingApproval ignored -> null;
                    case Ready ignored -> null;
                    case Failed failed -> failed.asked();
                    case Lost ignored -> null;
                    case Replaced ignored -> null;
                    case Deleted ignored -> null;
                });
    }

    /** It is wanted, and nothing was done about it yet. */
    record Requested(Instant since) implements EndpointState {}

    /**
     * The cloud is, or was about to be, asked to make it.
     *
     * @param since when the cloud was first asked: the time for making it counts from there
     * @param asked when the cloud was last asked; null once what was asked for has been seen
     * @param ref null until it is known
     * @param trouble what the last attempt was answered, if it was answered badly
     */
    record Provisioning(
            Instant since,
            @Nullable Instant asked,
            @Nullable String ref,
            @Nullable String trouble) implements EndpointState {}

    /**
     * It stands, and the customer has to let it in.
     *
     * @param missing since when it is not seen any more; null as long as it is
     */
    record AwaitingApproval(
            String ref, Instant since, @Nullable Instant missing) implements EndpointState {}

    /**
     * It can be used.
     *
     * @param address host name under which the key service answers through it
     * @param missing since when it is not seen to work any more; null as long as it is
     */
    record Ready(
            String ref,
            String address,
            Instant since,
            @Nullable Instant missing) implements EndpointState {}

    /**
     * It could not be made, or is not replaced any more. What never was in the cloud is asked for again from time to time; and what comes into being
     * all the same is {@link Ready} after all.
     *
     * @param message for a person: what went wrong and what to do
     * @param ref of what the cloud may have made of it; null when there is nothing
     * @param asked when the cloud was last asked; null once it is known what came of that, or if it never was
     */
    record Failed(
            String message,
            @Nullable String ref,
            Instant since,
            @Nullable Instant asked) implements EndpointState {}

    /**
     * It was there, and was removed or rejected on the cloud's side without our asking.
     *
     * @param message for a person: what happened and what to do
     * @param trouble why it is not replaced yet, if that was tried
     */
    record Lost(
            String ref,
            String message,
            Instant since,
            @Nullable String trouble) implements EndpointState {

        /** All there is to say to a person. */
        public String explanation() {
            return trouble == null ? message : Words.notReplacedYet(message, trouble);
        }
    }

    /**
     * It was lost, and another endpoint is to take its place.
     *
     * @param message as of {@link Lost}
     * @param successor id of the endpoint that replaces it
     */
    record Replaced(String ref, String message, Instant since, String successor) implements EndpointState {}

    /**
     * It is to go.
     *
     * @param ref null when none is known
     * @param asked as of {@link Provisioning}: until what was asked for has been seen, not seeing it does not mean that it is gone
     * @param trouble what the last attempt to delete it was answered, if it was answered badly
     */
    record Deleting(
            @Nullable String ref,
            @Nullable Instant asked,
            Instant since,
            @Nullable String trouble) implements EndpointState {}

    /** It is gone, for good. */
    record Deleted(@Nullable String ref, Instant since) implements EndpointState {}
}
