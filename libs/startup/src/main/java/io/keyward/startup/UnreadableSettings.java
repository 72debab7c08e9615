package io.keyward.startup;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has the last word when settings cannot be read. Quarkus ends the start and says which they are before anything of ours runs; what is added is what somebody who
 * runs containers has to change. It hangs on the making of the configuration because that comes first of all.
 */
public final class UnreadableSettings implements SmallRyeConfigBuilderCustomizer {
    private static final AtomicBoolean LISTENS = new AtomicBoolean();

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        if (LISTENS.compareAndSet(false, true)) {
            var usual = ApplicationLifecycleManager.getDefaultExitCodeHandler();
            ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
                Unreadable.explain(failure).ifPresent(System.err::println);
                usual.accept(code, failure);
            });
        }
    }
}
