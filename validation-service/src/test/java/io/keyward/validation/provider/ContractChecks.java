package io.keyward.validation.provider;

import io.keyward.clouds.ContextHop;
import io.keyward.testkit.keychecker.Checked;
import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.Probe;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has keys checked as an application does, each on a Vert.x context of its own. */
public final class ContractChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ContractChecks() {}

    /** One that soon knows which hosts there are not. */
    public static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setAddressResolverOptions(new AddressResolverOptions()
                        .setQueryTimeout(300)
                        .setMaxQueries(2)
                        .setSearchDomains(List.of())));
    }

    /** The answer of {@code check}, as the contract tells it. Blocks. */
    public static Checked told(Vertx vertx, Supplier<Uni<KeyCheck>> check) {
        return ContextHop.onNewContext(vertx, () -> {
                    var home = Vertx.currentContext();
                    return check.get().map(answer -> told(answer, Vertx.currentContext() == home));
                })
                .await()
                .atMost(PATIENCE);
    }

    /** The answer of {@code check}. Blocks. */
    public static KeyCheck answer(Vertx vertx, Supplier<Uni<KeyCheck>> check) {
        return ContextHop.onNewContext(vertx, check).await().atMost(PATIENCE);
    }

    /** As a check is given it. */
    public static @Nullable Probe probe(byte @Nullable [] ciphertext) {
        return ciphertext == null ? null : Probe.of(ciphertext);
    }

    private static Checked told(KeyCheck check, boolean home) {
        var fresh = check instanceof KeyCheck.Valid valid ? valid.freshProbe() : null;
        return new Checked(
                check.evidence().key(),
                check.outcome(),
                check.reasonCode().orElse(""),
                check.evidence().calls().stream().map(Call::operation).toList(),
                fresh == null ? null : fresh.ciphertext(),
                home);
    }
}
