package io.keyward.local.bench.sweep;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.local.bench.sweep.loop.Target;
import io.keyward.local.client.Patience;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.cloud.CloudKey;
import io.keyward.local.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many keys in the cloud, and in validation-service's database the uses of them, as copies of one that came about through the API. A hundred keys are an
 * account's, and the accounts take turns among the regions.
 */
final class KeyCrowd {
    static final List<String> REGIONS = List.of("us-east-1", "us-west-2", "eu-west-1", "ap-south-1");

    private static final int KEYS_OF_AN_ACCOUNT = 100;
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String EXTERNAL_ID = "keyward-bench";
    private static final String NEVER = "now() + interval '10 days'";

    /** Fields that the row has no column for are passed over: the copy keeps to whatever the schema is. */
    private static final String USE = """
            insert into key_use select r.* from key_use bench_model,
                lateral jsonb_populate_record(bench_model, jsonb_build_object('key_use_id', ?, 'group_id', ?, 'key', ?, 'region', ?, 'account', ?,
                    'role_arn', ?, 'external_id', ?, 'probe', ?, 'key_id', ?, 'last_check_id', ?, 'rotation_looked_at', now(), 'next_due_at', %s)) r
            where bench_model.key_use_id = ?""".formatted(NEVER);

    /** Each has a history of one entry, which all its later checks only prolong. */
    private static final String HISTORY = """
            insert into key_check overriding system value select r.* from key_use k, key_use bench_model, key_check c,
                lateral jsonb_populate_record(c, jsonb_build_object('id', k.last_check_id, 'key_use_id', k.key_use_id, 'group_id', k.group_id,
                    'key', k.key, 'region', k.region)) r
            where bench_model.key_use_id = '%s' and c.id = bench_model.last_check_id and k.last_check_id >= %d and k.last_check_id < %d""";

    private static final String TO_BE_MADE_DUE = """
            from key_use bench_due where key_use_id >= '%2$s' and key_use_id < '%3$s'
                and next_due_at <> '%1$s' and coalesce(checked_at, '-infinity') < '%1$s'""";
    private static final String DUE = "update key_use set next_due_at = '%1$s' where key_use_id in (select key_use_id "
            + TO_BE_MADE_DUE
            + " for update skip locked)";
    private static final String NOT_YET_DUE = "select count(*) " + TO_BE_MADE_DUE;
    private static final String LEFT = """
            select count(*) from (select 1 from key_use bench_left
                where retired_at is null and region in (%s) and next_due_at <= '%s' limit 1) bench_any""";
    private static final String FIRST = """
            select cast(extract(epoch from min(checked_at)) * 1000000 as bigint) from key_use bench_first
            where key_use_id >= '%2$s' and key_use_id < '%3$s' and checked_at >= '%1$s'""";
    private static final String UNWELL = """
            select count(*) || ' ' || concat_ws(' ', verdict, last_outcome, last_reason) from key_use bench_unwell
            where key_use_id >= '%2$s' and key_use_id < '%3$s' and (checked_at < '%1$s' or verdict <> 'VALID' or last_outcome <> 'VALID')
            group by verdict, last_outcome, last_reason""";

    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final CloudControl cloud;
    private final String modelId;
    private final Kind kind;
    private final List<Target> targets = new ArrayList<>();

    /** Which keys share a role, and with it a project and its sessions. */
    enum Kind {
        /** All of an account. */
        SHARED_ROLES(0x0c0c_0000_0000L, 200_000_000_000L),
        /** None. */
        OWN_ROLES(0x0d0d_0000_0000L, 300_000_000_000L);

        private final long firstId;
        private final long firstAccount;

        Kind(long firstId, long firstAccount) {
            this.firstId = firstId;
            this.firstAccount = firstAccount;
        }
    }

    /** @param modelId the key use that there is, which was checked and found valid */
    KeyCrowd(Database database, CloudControl cloud, String modelId, Kind kind) {
        this.database = database;
        this.cloud = cloud;
        this.modelId = modelId;
        this.kind = kind;
    }

    /** How many roles there are when so many keys share them. */
    static int roles(int keys) {
        return keys / KEYS_OF_AN_ACCOUNT;
    }

    /** Adds keys until there are {@code wanted}, none of them due, and answers all. A multiple of 100. */
    List<Target> grow(int wanted) {
        int before = targets.size();
        for (int first = before; first < wanted; first += KEYS_OF_AN_ACCOUNT) {
            targets.addAll(account(first));
        }
        database.batch(USE, insert -> {
            for (int number = before; number < wanted; number++) {
                Target target = targets.get(number);
                String[] values = {
                    target.keyUseId(),
                    target.projectId(),
                    target.key().arn(),
                    target.region(),
                    account(target),
                    target.key().roleArn(),
                    target.externalId(),
                    hex(target),
                    target.keyUseId()
                };
                for (int i = 0; i < values.length; i++) {
                    insert.setString(i + 1, values[i]);
                }
                insert.setLong(values.length + 1, kind.firstId + number);
                insert.setString(values.length + 2, modelId);
                insert.addBatch();
            }
        });
        database.execute(
                HISTORY.formatted(modelId, kind.firstId + before, kind.firstId + wanted),
                "/* bench_vacuum */ vacuum analyze key_use");
        return List.copyOf(targets);
    }

    /**
     * All of them are due at that moment, and none before. Never waits for a row that is held: whoever records results just now, in an order of their own, would
     * wait for rows of ours.
     */
    void makeDue(Instant when) {
        boolean all = Patience.until(LIMIT, PAUSE, () -> {
            database.execute(DUE.formatted(when, id(0), id(targets.size())));
            return database.ask(NOT_YET_DUE.formatted(when, id(0), id(targets.size()))) == 0;
        });
        if (!all) {
            throw new IllegalStateException("keys cannot be made due: somebody holds them");
        }
        database.execute("/* bench_vacuum */ vacuum key_use");
    }

    /** Whether nothing that was due at that moment is left. */
    boolean isDone(Instant due) {
        String regions = REGIONS.stream().map(region -> "'" + region + "'").collect(Collectors.joining(","));
        return database.ask(LEFT.formatted(regions, due)) == 0;
    }

    /** When the first check started since then. */
    Instant firstCheckSince(Instant due) {
        return Instant.EPOCH.plus(database.ask(FIRST.formatted(due, id(0), id(targets.size()))), ChronoUnit.MICROS);
    }

    /** Fails unless all were checked since then, and found valid. */
    void requireValidSince(Instant due) {
        List<String> unwell = database.read(UNWELL.formatted(due, id(0), id(targets.size())), row -> row.getString(1));
        if (!unwell.isEmpty()) {
            throw new IllegalStateException(
                    "of %d keys not all were found valid: %s".formatted(targets.size(), unwell));
        }
    }

    private List<Target> account(int first) {
        String account = Long.toString(kind.firstAccount + first / KEYS_OF_AN_ACCOUNT);
        String region = REGIONS.get(first / KEYS_OF_AN_ACCOUNT % REGIONS.size());
        ObjectNode batch = JSON.createObjectNode()
                .put("region", region)
                .put("account", account)
                .put("externalId", EXTERNAL_ID)
                .put("plaintext", Target.PLAINTEXT);
        ArrayNode keys = batch.putArray("keys");
        IntStream.range(first, first + KEYS_OF_AN_ACCOUNT).forEach(number -> describe(keys.addObject(), number));
        List<CloudKey> made = cloud.makeKeys(batch.toString());
        return IntStream.range(0, made.size())
                .mapToObj(i -> new Target(region, made.get(i), EXTERNAL_ID, project(first + i), id(first + i)))
                .toList();
    }

    private void describe(ObjectNode key, int number) {
        key.put("id", "00000000-0000-4000-8000-%012x".formatted(kind.firstId + number))
                .put("role", kind == Kind.OWN_ROLES ? "keyward-" + number : "keyward")
                .set("encryptionContext", JSON.valueToTree(Target.encryptionContext(project(number), id(number))));
    }

    private String project(int number) {
        return id(kind == Kind.OWN_ROLES ? number : number / KEYS_OF_AN_ACCOUNT);
    }

    private String id(int number) {
        return "%024x".formatted(kind.firstId + number);
    }

    private static String account(Target target) {
        return target.key().arn().split(":", -1)[4];
    }

    private static String hex(Target target) {
        return "\\x" + HexFormat.of().formatHex(target.key().blob());
    }
}
