package io.keyward.local.chaos.blow;

import io.keyward.local.service.Replica;
import io.keyward.local.service.Service;
import io.keyward.local.stack.LocalStack;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A running process that can be struck.
 *
 * @param pid of the running one, whose children are struck with it
 * @param kill SIGKILL; nothing when it is dead already
 * @param start starts it again, and returns when it serves
 */
record Victim(LongSupplier pid, Runnable kill, Runnable start) {

    /** All of a stack. {@code replica} runs already. */
    static Map<Target, Victim> of(LocalStack stack, Replica replica) {
        Map<Target, Victim> victims = new EnumMap<>(Target.class);
        victims.put(Target.CONFIG, service(stack, Service.CONFIG));
        victims.put(Target.ENDPOINT, service(stack, Service.ENDPOINT));
        victims.put(Target.VALIDATION, service(stack, Service.VALIDATION));
        victims.put(Target.SECOND_VALIDATION, new Victim(replica::pid, replica::kill, replica::start));
        var postgres = stack.postgres();
        victims.put(Target.POSTGRES, new Victim(postgres::postmasterPid, postgres::kill, postgres::restart));
        var kafka = stack.outposts().kafka();
        victims.put(Target.KAFKA, new Victim(kafka::pid, kafka::kill, kafka::restart));
        var cloud = stack.outposts().cloud();
        victims.put(Target.CLOUD, new Victim(cloud::pid, cloud::kill, cloud::restart));
        return victims;
    }

    private static Victim service(LocalStack stack, Service service) {
        var services = stack.services();
        return new Victim(() -> services.pid(service), () -> services.kill(service), () -> services.start(service));
    }
}
