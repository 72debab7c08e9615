package io.keyward.simulator.world;

import io.keyward.simulator.world.network.CreationOutcome;
import io.keyward.simulator.world.network.EndpointSettings;
import io.keyward.simulator.world.network.Network;
import io.keyward.simulator.world.network.VpcEndpoint;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The present state of all accounts and regions, and what other clouds keep in {@linkplain #section sections} of their own. Confined to one thread. */
public final class World {

    private final byte[] sessionSecret;
    private final Table<KmsKey> keys;
    private final Table<KeyMaterial> materials;
    private final Table<Alias> aliases;
    private final Table<Role> roles;
    private final Table<User> users;
    private final Table<Guardrail> guardrails;
    private final Set<String> keyRegions = new TreeSet<>();
    private final Table<Network> networks;
    private final Table<VpcEndpoint> endpoints;
    private final Table<CreationOutcome> endpointCreations;
    private final Map<String, Map<String, Object>> kept;
    private final Map<String, Table<?>> sections = new LinkedHashMap<>();
    private EndpointSettings endpointSettings;
    private Duration clockOffset;
    private long revision;

    public World(Snapshot from) {
        this.sessionSecret = from.sessionSecret();
        this.clockOffset = from.clockOffset();
        this.keys = new Table<>(from.keys(), this::changed);
        this.keys.all().forEach(key -> keyRegions.add(key.arn().region()));
        this.materials = new Table<>(from.materials(), this::changed);
        this.aliases = new Table<>(from.aliases(), this::changed);
        this.roles = new Table<>(from.roles(), this::changed);
        this.users = new Table<>(from.users(), this::changed);
        this.guardrails = new Table<>(from.guardrails(), this::changed);
        this.networks = new Table<>(from.networks(), this::changed);
        this.endpoints = new Table<>(from.endpoints(), this::changed);
        this.endpointCreations = new Table<>(from.endpointCreations(), this::changed);
        this.endpointSettings = from.endpointSettings();
        this.kept = from.sections();
    }

    /** Keys by ARN; the same multi-Region key has one row in each region. */
    public Table<KmsKey> keys() {
        return keys;
    }

    /** Stores a key under its ARN. */
    public void keep(KmsKey key) {
        keyRegions.add(key.arn().region());
        keys.put(key.arn().toString(), key);
    }

    /** Every region that ever had a key: where a replica may be. */
    public Set<String> keyRegions() {
        return Collections.unmodifiableSet(keyRegions);
    }

    /** Material by {@link KeyArn#materialName()}: regions of a multi-Region key share it. */
    public Table<KeyMaterial> materials() {
        return materials;
    }

    /** Aliases by ARN. */
    public Table<Alias> aliases() {
        return aliases;
    }

    /** Roles by ARN. */
    public Table<Role> roles() {
        return roles;
    }

    /** Users by the id of their one access key. */
    public Table<User> users() {
        return users;
    }

    /** Guardrails by {@link Guardrail#name()}. */
    public Table<Guardrail> guardrails() {
        return guardrails;
    }

    /** Networks by the id of their VPC. */
    public Table<Network> networks() {
        return networks;
    }

    /** VPC endpoints by id, those that are gone included: nothing that ever was is forgotten. */
    public Table<VpcEndpoint> endpoints() {
        return endpoints;
    }

    /** What becomes of endpoints when they are created, by the name that control gave it, oldest first. */
    public Table<CreationOutcome> endpointCreations() {
        return endpointCreations;
    }

    public EndpointSettings endpointSettings() {
        return endpointSettings;
    }

    public void setEndpointSettings(EndpointSettings settings) {
        endpointSettings = settings;
        changed();
    }

    /** A table of another cloud, under a name of its own such as {@code azure.vaults}: with the rows that were kept, or empty. To be asked for once. */
    public <T> Table<T> section(String name, Class<T> rows) {
        Table<T> section = new Table<>(StateFile.rows(kept.getOrDefault(name, Map.of()), rows), this::changed);
        sections.put(name, section);
        return section;
    }

    /** Whether the file has this section, be it empty. What is seeded is seeded where there was none. */
    public boolean knew(String section) {
        return kept.containsKey(section);
    }

    /** What session tokens are sealed with; 32 bytes. */
    public byte[] sessionSecret() {
        return sessionSecret.clone();
    }

    /** How far the simulated clock is ahead of the real one. */
    public Duration clockOffset() {
        return clockOffset;
    }

    public void setClockOffset(Duration offset) {
        clockOffset = offset;
        changed();
    }

    /** Grows with every change. */
    public long revision() {
        return revision;
    }

    /** A copy that nobody changes any more, safe to write from another thread. */
    public Snapshot snapshot() {
        return new Snapshot(
                Snapshot.FORMAT,
                sessionSecret,
                clockOffset,
                keys.copy(),
                materials.copy(),
                aliases.copy(),
                roles.copy(),
                users.copy(),
                guardrails.copy(),
                networks.copy(),
                endpoints.copy(),
                endpointCreations.copy(),
                endpointSettings,
                copyOfSections());
    }

    /** Those that nobody asked for stay as they were read. */
    private Map<String, Map<String, Object>> copyOfSections() {
        Map<String, Map<String, Object>> copies = new LinkedHashMap<>(kept);
        sections.forEach((name, table) -> copies.put(name, new LinkedHashMap<>(table.byName())));
        return copies;
    }

    private void changed() {
        revision++;
    }
}
