package io.keyward.local.service;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.folder.Credentials;
import io.keyward.local.mail.MailCatcher;
import io.keyward.local.service.process.Machine;
import io.keyward.simulator.Accounts;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.simulator.google.GoogleAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of the services. Nearly all of it is what an operator would set in production too; what is insecure in it is permitted by name. Confirmation is quicker than in production, so that a person can watch it.
 */
final class ServiceSettings {
    private static final String CONFIRMATION = "keyward.check.confirmation.";
    private static final String CONSUMERS = "mp.messaging.connector.smallrye-kafka.";
    private static final int DENIED_CHECKS = 3;
    private static final Duration DENIED_OVER = Duration.ofSeconds(3);
    private static final Duration LOOKS = Duration.ofSeconds(1);
    /** Where the accounts are that customers on Google Cloud let in: the simulator has them as soon as one is named. */
    private static final String GCP_PROJECT = "p-keywardlocalkeywardlocal";

    private static final Duration LOOK_LIMIT = Duration.ofSeconds(8);
    /** Longer than any check or look; what a killed service had under way is taken up again after this. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** When a killed service counts as gone, for Kafka and for its own relay: about when it is there again. */
    private static final Duration ABSENCE = Duration.ofSeconds(4);

    private static final String LOOPBACK = "127.0.0.1/32,::1/128";

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

    private static final List<String> INSECURE = List.of(
            "any-proxy",
            "automatic-acknowledge",
            "cloud-override",
            "guessable-secrets",
            "plain-kafka",
            "plain-mail",
            "plain-notices",
            "plain-postgresql",
            "private-webhooks",
            "single-replica-topics");

    private final Tuning tuning;
    private final Credentials credentials;
    private final ServicePorts ports;
    private final Backing backing;

    ServiceSettings(Tuning tuning, Credentials credentials, ServicePorts ports, Backing backing) {
        this.tuning = tuning;
        this.credentials = credentials;
        this.ports = ports;
        this.backing = backing;
    }

    Machine machine() {
        return tuning.machine();
    }

    Map<String, String> of(Service service) {
        Map<String, String> settings = new TreeMap<>();
        serving(service, settings);
        storage(service, settings);
        messaging(settings);
        access(settings);
        permits(settings);
        switch (service) {
            case CONFIG -> config(settings);
            case ENDPOINT -> endpoint(settings);
            case VALIDATION -> validation(settings);
        }
        settings.putAll(tuning.settings());
        return settings;
    }

    private void serving(Service service, Map<String, String> settings) {
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(ports.open(service)));
        // Only the gateway can reach that port, so what it says of the caller is believed: address, and the host in
        // links.
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
        settings.put("quarkus.http.proxy.enable-forwarded-host", "true");
        settings.put("keyward.internal.port", Integer.toString(ports.internal(service)));
        // Nobody has to be told first that it is going; what is under way may be finished.
        settings.put("quarkus.shutdown.delay", "0s");
        settings.put("quarkus.shutdown.timeout", "2s");
        settings.put("quarkus.log.console.json.enabled", "false");
        settings.put("quarkus.banner.enabled", "false");
    }

    private void storage(Service service, Map<String, String> settings) {
        PostgresEngine postgres = backing.postgres();
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(service.database()));
        settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl(service.database()));
        settings.put("quarkus.datasource.username", postgres.username());
        settings.put("quarkus.datasource.password", postgres.password());
    }

    private void messaging(Map<String, String> settings) {
        settings.put("kafka.bootstrap.servers", backing.kafka().bootstrap());
        settings.put(CONSUMERS + "session.timeout.ms", Long.toString(ABSENCE.toMillis()));
        settings.put(CONSUMERS + "heartbeat.interval.ms", Long.toString(SIGN_OF_LIFE.toMillis()));
        settings.put("keyward.messaging.relay.lease", ABSENCE.toString());
    }

    private void access(Map<String, String> settings) {
        settings.put("keyward.access.nonce-secret", credentials.nonceSecret());
        settings.put("keyward.secrets.keyset", credentials.sealingKeyset());
        settings.put("keyward.internal.keyset", credentials.internalKeyset());
        settings.put("quarkus.rest-client.config-service.url", ports.internalUrl(Service.CONFIG));
        settings.put("quarkus.rest-client.endpoint.url", ports.internalUrl(Service.ENDPOINT));
        settings.put("quarkus.rest-client.validation.url", ports.internalUrl(Service.VALIDATION));
        settings.put("keyward.aws.account-arn", Accounts.PLATFORM_ARN);
    }

    /** What a service refuses to start with otherwise: everything here is on loopback, and what is not a cloud plays one. */
    private static void permits(Map<String, String> settings) {
        INSECURE.forEach(permit -> settings.put("keyward.insecure.allow-" + permit, "true"));
    }

    private void config(Map<String, String> settings) {
        settings.put("keyward.azure.application-id", AzureAccounts.PLATFORM_APPLICATION);
        settings.put("keyward.role.gcp-project", GCP_PROJECT);
        settings.put("keyward.role.account-tick", "1s");
        settings.put("keyward.bootstrap.organization-id", credentials.orgId());
        settings.put("keyward.bootstrap.organization-name", "Local");
        settings.put("keyward.bootstrap.owner-name", "Local Owner");
        settings.put("keyward.bootstrap.owner-email", "owner@keyward.example");
        settings.put("keyward.bootstrap.public-key", credentials.publicKey());
        settings.put("keyward.bootstrap.private-key", credentials.privateKey());
        settings.put("keyward.bootstrap.client-id", credentials.clientId());
        settings.put("keyward.bootstrap.client-secret", credentials.clientSecret());
        settings.put("keyward.bootstrap.driver-public-key", credentials.driverPublicKey());
        settings.put("keyward.bootstrap.driver-private-key", credentials.driverPrivateKey());
        settings.put("keyward.backup.acknowledge", acknowledge());
        // Everything runs on this machine, which plays the first region of each cloud.
        settings.put("keyward.control-plane.addresses.inbound.aws.us-east-1", LOOPBACK);
        settings.put("keyward.control-plane.addresses.outbound.aws.us-east-1", LOOPBACK);
        settings.put("keyward.control-plane.addresses.outbound.azure.eastus2", LOOPBACK);
        settings.put("keyward.control-plane.addresses.outbound.gcp.us-east4", LOOPBACK);
    }

    /** One network for all regions, and quick looks at what is made in it. */
    private void endpoint(Map<String, String> settings) {
        ourselvesInTheCloud(settings);
        settings.put("keyward.endpoint.aws.vpc-id", Accounts.PLATFORM_VPC);
        settings.put(
                "keyward.endpoint.aws.subnet-ids", Accounts.PLATFORM_SUBNET + "," + Accounts.PLATFORM_OTHER_SUBNET);
        settings.put("keyward.endpoint.aws.security-group-ids", Accounts.PLATFORM_SECURITY_GROUP);
        settings.put("keyward.azure.subscription-id", AzureAccounts.PLATFORM_SUBSCRIPTION);
        settings.put("keyward.endpoint.azure.subnet-id", AzureAccounts.subnet("{region}"));
        settings.put("keyward.endpoint.look-under-way", LOOKS.toString());
        settings.put("keyward.endpoint.look-at-rest", LOOKS.toString());
        settings.put("keyward.endpoint.confirm-loss-after", LOOKS.toString());
        settings.put("keyward.endpoint.look-time-limit", LOOK_LIMIT.toString());
        settings.put("keyward.endpoint.lease", LEASE.toString());
    }

    private void ourselvesInTheCloud(Map<String, String> settings) {
        Cloud cloud = backing.cloud();
        settings.put("keyward.aws.endpoint", cloud.endpoint().toString());
        settings.put("keyward.aws.access-key-id", cloud.accessKeyId());
        settings.put("keyward.aws.secret-access-key", cloud.secretAccessKey());
        settings.put("keyward.azure.endpoint-override", cloud.endpoint().toString());
        settings.put("keyward.azure.tenant-id", AzureAccounts.PLATFORM_TENANT);
        settings.put("keyward.azure.application-id", AzureAccounts.PLATFORM_APPLICATION);
        settings.put("keyward.azure.application-secret", AzureAccounts.PLATFORM_APPLICATION_SECRET);
    }

    private void validation(Map<String, String> settings) {
        Cloud cloud = backing.cloud();
        ourselvesInTheCloud(settings);
        mail(settings);
        channels(settings, cloud.endpoint() + "/_channels/");
        settings.put("keyward.aws.private-endpoint-url", cloud.endpoint() + "/_vpce/{reference}");
        settings.put("keyward.aws.canary-role-arn", Accounts.CANARY_ROLE_ARN);
        settings.put("keyward.aws.canary-external-id", Accounts.CANARY_EXTERNAL_ID);
        settings.put("keyward.aws.session-cache", tuning.checkInterval().toString());
        settings.put("keyward.google.endpoint-override", cloud.endpoint().toString());
        settings.put("keyward.google.credentials", GoogleAccounts.platformKeyFile());
        settings.put("keyward.check.interval", tuning.checkInterval().toString());
        settings.put("keyward.check.lease", LEASE.toString());
        settings.put(CONFIRMATION + "key-state.checks", "2");
        settings.put(CONFIRMATION + "key-state.over", "1s");
        settings.put(CONFIRMATION + "access-denied.checks", Integer.toString(DENIED_CHECKS));
        settings.put(CONFIRMATION + "access-denied.over", DENIED_OVER.toString());
        settings.put(CONFIRMATION + "slow-denial.checks", Integer.toString(DENIED_CHECKS));
        settings.put(CONFIRMATION + "slow-denial.over", DENIED_OVER.toString());
        settings.put("keyward.enforcement.acknowledge", acknowledge());
        // A person who watches wants to hear of an unreachable KMS at once.
        settings.put("keyward.alert.network-delay", "0s");
    }

    /** Who says that a request was carried out, as the services spell it. */
    private String acknowledge() {
        return tuning.acknowledge().name().toLowerCase(Locale.ROOT);
    }

    /** The simulator plays the services behind the channels; webhooks may lead to this machine. */
    private static void channels(Map<String, String> settings, String fakes) {
        var notification = "keyward.notification.";
        // Services are killed here: what they had taken is not left lying for long.
        settings.put(notification + "time-limit", "5s");
        settings.put(notification + "channel-time-limit", "3s");
        settings.put(notification + "lease", "10s");
        settings.put(notification + "allow-private-addresses", "true");
        settings.put(notification + "pager-duty-url", fakes + "pager-duty");
        settings.put(notification + "pager-duty-eu-url", fakes + "pager-duty");
        settings.put(notification + "ops-genie-url", fakes + "ops-genie");
        settings.put(notification + "ops-genie-eu-url", fakes + "ops-genie");
        settings.put(notification + "slack-url", fakes + "slack");
        settings.put(notification + "datadog-url", fakes + "datadog");
        settings.put(notification + "victor-ops-url", fakes + "victor-ops");
    }

    private void mail(Map<String, String> settings) {
        settings.put("quarkus.mailer.host", MailCatcher.HOST);
        settings.put("quarkus.mailer.port", Integer.toString(backing.mail().smtpPort()));
        settings.put("quarkus.mailer.from", "Keyward <alerts@keyward.example>");
        settings.put("quarkus.mailer.mock", "false");
    }
}
