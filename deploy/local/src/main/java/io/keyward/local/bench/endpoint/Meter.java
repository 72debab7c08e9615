package io.keyward.local.bench.endpoint;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.bench.usage.ProcessUse;
import io.keyward.local.bench.usage.Statements;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.service.Service;
import io.keyward.local.service.Services;
import java.util.List;

/** Reads what endpoint-service has used so far. What begins and ends transactions does not count. */
final class Meter implements AutoCloseable {
    private final Statements statements;
    private final PostgresEngine postgres;
    private final Services services;
    private final CloudControl cloud;

    Meter(PostgresEngine postgres, Services services, CloudControl cloud) {
        this.statements = Statements.of(postgres, Service.ENDPOINT);
        this.postgres = postgres;
        this.services = services;
        this.cloud = cloud;
    }

    /** All that was used up to now. */
    Load read() {
        Statements.Count count = statements.count();
        return new Load(
                cloud.calls("ec2"),
                count.all() - count.control(),
                count.relay(),
                ProcessUse.processorTime(services.pid(Service.ENDPOINT)),
                ProcessUse.processorTime(postgres.postmasterPid()));
    }

    /** Forgets the statements so far. */
    void forget() {
        statements.forget();
    }

    /** The statements that were made most often, those of the relay left out. */
    List<String> frequent() {
        return statements.frequent();
    }

    @Override
    public void close() {
        statements.close();
    }
}
