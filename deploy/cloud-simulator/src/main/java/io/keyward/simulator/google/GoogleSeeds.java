package io.keyward.simulator.google;

import io.keyward.simulator.google.control.KeyPlanter;
import io.keyward.simulator.google.iam.Roles;
import io.keyward.simulator.google.token.AccountKey;
import io.keyward.simulator.google.token.Caller;
import io.keyward.simulator.google.world.CryptoKey.Protection;
import io.keyward.simulator.google.world.CryptoKey.Purpose;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.KeyName;
import io.keyward.simulator.google.world.Policy;
import io.keyward.simulator.google.world.Project;
import io.keyward.simulator.google.world.ServiceAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is there when a simulator starts for the first time. It belongs to whoever uses it then. */
record GoogleSeeds(GoogleWorld world, KeyPlanter planter) {

    void plant(Instant now) {
        if (!world.first()) {
            return;
        }
        project(GoogleAccounts.CUSTOMER_PROJECT, GoogleAccounts.CUSTOMER_PROJECT_NUMBER);
        project(GoogleAccounts.PLATFORM_PROJECT, GoogleAccounts.PLATFORM_PROJECT_NUMBER);
        ServiceAccount demo = account(GoogleAccounts.DEMO_ACCOUNT, GoogleAccounts.DEMO_ACCOUNT_ID, AccountKey.demo());
        ServiceAccount platform =
                account(GoogleAccounts.PLATFORM_ACCOUNT, GoogleAccounts.PLATFORM_ACCOUNT_ID, AccountKey.platform());
        key(GoogleAccounts.DEMO_KEY, demo, now);
        key(GoogleAccounts.CANARY_KEY, platform, now);
    }

    private void project(String id, String number) {
        world.projects().put(id, Project.sound(id, number));
        world.policies().put("projects/" + id, Policy.of(Roles.OWNER, Caller.ADMINISTRATOR.member()));
    }

    private ServiceAccount account(String email, String uniqueId, AccountKey key) {
        ServiceAccount account = new ServiceAccount(
                email,
                uniqueId,
                ServiceAccount.State.ENABLED,
                Map.of(key.id(), new ServiceAccount.Key(key.publicKey(), true)));
        world.accounts().put(email, account);
        return account;
    }

    private void key(String name, ServiceAccount user, Instant now) {
        planter.plant(KeyName.parse(name), Purpose.ENCRYPT_DECRYPT, Protection.SOFTWARE, List.of(user.member()), now);
    }
}
