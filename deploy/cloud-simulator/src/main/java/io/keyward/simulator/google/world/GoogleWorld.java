package io.keyward.simulator.google.world;

import io.keyward.simulator.world.Table;
import io.keyward.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The present state of Google's side. Confined to one thread. */
public final class GoogleWorld {

    /** A custom role. */
    public record CustomRole(List<String> permissions) {}

    private static final String PROJECTS = "google.projects";

    /** The product makes a service account for each of its customers, in projects of its own: they are there as soon as somebody names them. */
    private static final Pattern MADE_BY_THE_PRODUCT =
            Pattern.compile("mongodb-atlas-[0-9a-z]{16}@p-[0-9a-z]{24}\\.iam\\.gserviceaccount\\.com");

    private final World world;
    private final boolean first;
    private final Table<Project> projects;
    private final Table<ServiceAccount> accounts;
    private final Table<Policy> policies;
    private final Table<CustomRole> roles;
    private final Table<KeyRing> rings;
    private final Table<CryptoKey> keys;
    private final Table<KeyVersion> versions;

    public GoogleWorld(World world) {
        this.world = world;
        this.first = !world.knew(PROJECTS);
        this.projects = world.section(PROJECTS, Project.class);
        this.accounts = world.section("google.accounts", ServiceAccount.class);
        this.policies = world.section("google.policies", Policy.class);
        this.roles = world.section("google.roles", CustomRole.class);
        this.rings = world.section("google.rings", KeyRing.class);
        this.keys = world.section("google.keys", CryptoKey.class);
        this.versions = world.section("google.versions", KeyVersion.class);
    }

    /** Whether nothing was ever kept of it. */
    public boolean first() {
        return first;
    }

    /** Grows with every change, of other clouds as well. */
    public long revision() {
        return world.revision();
    }

    /** What tokens are sealed with. */
    public byte[] secret() {
        return world.sessionSecret();
    }

    /** Projects by id. */
    public Table<Project> projects() {
        return projects;
    }

    /** A project; those of the product's that nobody made are there, and well. */
    public Optional<Project> project(String id) {
        return projects.find(id).or(() -> Optional.of(id)
                .filter(named -> named.matches("p-[0-9a-z]{24}"))
                .map(named -> Project.sound(named, number(named))));
    }

    /** Service accounts by address; see {@link #account}. */
    public Table<ServiceAccount> accounts() {
        return accounts;
    }

    /** A service account that was not deleted. */
    public Optional<ServiceAccount> account(String email) {
        return accounts.find(email)
                .or(() -> Optional.of(email)
                        .filter(named -> madeByTheProduct(named))
                        .map(named ->
                                new ServiceAccount(named, "1" + number(named), ServiceAccount.State.ENABLED, Map.of())))
                .filter(account -> account.state() != ServiceAccount.State.DELETED);
    }

    /** Whether an address is one of those that the product gives to its customers. */
    public static boolean madeByTheProduct(String email) {
        return MADE_BY_THE_PRODUCT.matcher(email).matches();
    }

    /** Policies by the name of what they are attached to. */
    public Table<Policy> policies() {
        return policies;
    }

    public Policy policy(String resource) {
        return policies.find(resource).orElse(Policy.EMPTY);
    }

    /** Custom roles by name. */
    public Table<CustomRole> roles() {
        return roles;
    }

    /** Key rings by name. */
    public Table<KeyRing> rings() {
        return rings;
    }

    /** Keys by name. */
    public Table<CryptoKey> keys() {
        return keys;
    }

    public void keep(CryptoKey key) {
        keys.put(key.name().toString(), key);
    }

    /** Versions of keys by name. */
    public Table<KeyVersion> versions() {
        return versions;
    }

    public void keep(KeyVersion version) {
        versions.put(version.name().toString(), version);
    }

    /** The versions of a key, the oldest first. */
    public List<KeyVersion> versionsOf(KeyName key) {
        return versions.all().stream()
                .filter(version -> version.name().key().equals(key))
                .sorted(Comparator.comparing(version -> version.name().number()))
                .toList();
    }

    /** A number that is always the same for a name. */
    private static String number(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return Long.toString(900_000_000_000L + sum.getValue());
    }
}
