package io.keyward.local.bench.sweep;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.bench.usage.ProcessUse;
import io.keyward.local.bench.usage.Statements;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.service.Service;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what has been used so far, by whichever process checks, by the cloud and by PostgreSQL. */
final class Meter implements AutoCloseable {
    private final Statements statements;
    private final PostgresEngine postgres;
    private final PinnedCloud cloud;
    private final CloudControl control;

    Meter(PostgresEngine postgres, PinnedCloud cloud) {
        this.statements = Statements.of(postgres, Service.VALIDATION);
        this.postgres = postgres;
        this.cloud = cloud;
        this.control = new CloudControl(cloud.url());
    }

    /** @param checker the process that checks */
    Reading read(long checker) {
        Map<String, Long> calls = new TreeMap<>(control.calls("kms"));
        calls.putAll(control.calls("sts"));
        return new Reading(
                ProcessUse.processorTime(checker),
                ProcessUse.processorTime(cloud.pid()),
                ProcessUse.processorTime(postgres.postmasterPid()),
                statements.count(),
                calls);
    }

    /** The statements that were made most often since the last time, in words. */
    List<String> frequent() {
        List<String> frequent = statements.frequent();
        statements.forget();
        return frequent;
    }

    @Override
    public void close() {
        statements.close();
    }
}
