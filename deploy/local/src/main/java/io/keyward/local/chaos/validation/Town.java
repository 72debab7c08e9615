package io.keyward.local.chaos.validation;

import io.keyward.local.chaos.validation.truth.ActPlan;
import io.keyward.local.chaos.validation.truth.TruthLog;
import io.keyward.local.chaos.validation.world.ClusterDriver;
import io.keyward.local.chaos.validation.world.Household;
import io.keyward.local.chaos.validation.world.Recipient;
import io.keyward.local.chaos.validation.world.Tenant;
import io.keyward.local.client.DigestClient;
import io.keyward.local.folder.Addresses;
import io.keyward.local.stack.LocalStack;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everybody around one stack.
 *
 * @param truth what they really do
 * @param driver what their clusters do
 * @param recipient what they hear
 */
record Town(List<Resident> residents, TruthLog truth, ClusterDriver driver, Recipient recipient)
        implements AutoCloseable {

    /** Who does what. */
    record Resident(Tenant tenant, ActPlan plan) {}

    /** So many projects, each with a key and two clusters that run or soon will. */
    static Town settle(LocalStack stack, long seed, int projects) {
        Addresses addresses = stack.addresses();
        TruthLog truth = new TruthLog(stack.logs().resolve("truth.log"));
        DigestClient driver = new DigestClient(
                addresses.baseUrl(),
                stack.credentials().driverPublicKey(),
                stack.credentials().driverPrivateKey());
        Recipient recipient = Recipient.start(addresses.mailUrl(), seed);
        Household household = new Household(addresses, recipient.url(), truth);
        List<Resident> residents = IntStream.range(0, projects)
                .parallel()
                .mapToObj(
                        number -> new Resident(household.arrive(number), new ActPlan(seed, number, Household.CLUSTERS)))
                .toList();
        return new Town(residents, truth, new ClusterDriver(addresses.kafka(), driver), recipient);
    }

    @Override
    public void close() {
        driver.close();
        recipient.close();
    }
}
