package io.keyward.config.cluster.spec;

import static io.keyward.config.cluster.spec.Requests.ids;
import static io.keyward.config.cluster.spec.Requests.request;
import static io.keyward.config.cluster.spec.Requests.shard;
import static io.keyward.config.cluster.spec.Requests.shards;
import static io.keyward.config.cluster.spec.Requests.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.ClusterRequest.Label;
import io.keyward.config.cluster.spec.PatchRules.Merge;
import io.keyward.config.cluster.spec.PatchRules.Present;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchRulesTest {
    private static final String EAST = shard("AWS:US_EAST_1:3");
    private static final ClusterSpec ONE =
            spec("{'name':'orders','tags':[{'key':'a','value':'b'}]," + shards(EAST) + "}");
    private static final ClusterSpec SEALED =
            spec("{'name':'orders','encryptionAtRestProvider':'AWS'," + shards(EAST) + "}");
    private static final ClusterSpec THREE =
            spec("{'name':'orders','clusterType':'SHARDED'," + shards(EAST, EAST, EAST) + "}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name':'orders'}",
                "{'paused':false}",
                "{'tags':[{'key':'a','value':'b'}]}",
                "{'id':'x','stateName':'IDLE','customerKey':{},'links':[],'connectionStrings':{}}",
                "{'encryptionAtRestProvider':'NONE','mongoDBMajorVersion':'8.0','clusterType':'REPLICASET'}",
                "{'replicationSpecs':[{'id':'id-2','regionConfigs':[{'providerName':'AWS','regionName':'us-east-1','priority':7,"
                        + "'electableSpecs':{'instanceSize':'M10','nodeCount':3}}]}]}",
                "{'replicationSpecs':[{'numShards':1,'regionConfigs':[{'providerName':'AWS','regionName':'US_EAST_1','priority':7,"
                        + "'electableSpecs':{'instanceSize':'M10','nodeCount':3}}]}]}"
            })
    void whatIsAlreadySoChangesNothing(String patch) {
        assertThat(merge(ONE, patch)).isEqualTo(new Merge.Unchanged());
    }

    @Test
    void whatIsNotSentStays() {
        ClusterSpec next = changed(ONE, "{'backupEnabled':true,'pitEnabled':true,'terminationProtectionEnabled':true}");

        assertThat(next.backupEnabled()).isTrue();
        assertThat(next.pitEnabled()).isTrue();
        assertThat(next.terminationProtectionEnabled()).isTrue();
        assertThat(next.tags()).containsExactly(new Label("a", "b"));
        assertThat(next.replicationSpecs()).isEqualTo(ONE.replicationSpecs());
        assertThat(changed(next, "{'tags':[],'labels':[{'key':'c','value':'d'}]}"))
                .satisfies(spec -> assertThat(spec.tags()).isEmpty())
                .satisfies(spec -> assertThat(spec.labels()).containsExactly(new Label("c", "d")))
                .satisfies(spec -> assertThat(spec.backupEnabled()).isTrue());
    }

    @Test
    void settingsThatAreMerelyKeptAreMergedToo() {
        ClusterSpec next = changed(changed(ONE, "{'redactClientLogData':true}"), "{'diskWarmingMode':'FULLY_WARMED'}");

        assertThat(next.options())
                .containsEntry("redactClientLogData", true)
                .containsEntry("diskWarmingMode", "FULLY_WARMED")
                .containsEntry("rootCertType", "ISRGROOTX1");
    }

    @Test
    void aShardThatStaysIsTheSameShard() {
        List<ReplicationSpec> former = THREE.replicationSpecs();
        String last = "{'id':'" + former.getLast().id() + "'," + EAST.substring(1);
        String wider = shard("AWS:US_EAST_1:2", "AWS:EU_WEST_1:1");

        List<ReplicationSpec> next =
                changed(THREE, "{" + shards(last, wider) + "}").replicationSpecs();

        assertThat(next)
                .extracting(ReplicationSpec::id)
                .containsExactly(former.getLast().id(), former.getFirst().id());
        assertThat(next)
                .extracting(ReplicationSpec::zoneId)
                .containsOnly(former.getFirst().zoneId());
        assertThat(changed(THREE, "{" + shards(EAST, EAST, EAST, EAST) + "}").replicationSpecs())
                .startsWith(former.toArray(ReplicationSpec[]::new))
                .hasSize(4);
    }

    @Test
    void theOlderShapeCountsShardsAndHasOneDiskSize() {
        ClusterSpec next = changed(
                THREE, "{'diskSizeGB':20.5,'replicationSpecs':[" + "{'numShards':2," + EAST.substring(1) + "]}");

        assertThat(next.replicationSpecs()).extracting(ReplicationSpec::id).containsExactly("id-2", "id-3");
        assertThat(next.replicationSpecs())
                .extracting(ReplicationSpec::numShards)
                .containsOnlyNulls();
        assertThat(OlderShape.diskSize(next.replicationSpecs())).isEqualTo(20.5);
        assertThat(OlderShape.diskSize(changed(ONE, "{'diskSizeGB':40}").replicationSpecs()))
                .isEqualTo(40.0);
    }

    @Rule({"K1", "K9"})
    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void refusesWhatCannotBecome(ClusterSpec current, String patch, Class<? extends ClusterError> expected) {
        assertThat(merge(current, patch))
                .isInstanceOfSatisfying(Merge.Refused.class, refusal -> assertThat(refusal.error())
                        .isInstanceOf(expected));
    }

    static Stream<Arguments> refusals() {
        String tenant =
                "{'regionConfigs':[{'providerName':'TENANT','backingProviderName':'AWS','regionName':'US_EAST_1',"
                        + "'electableSpecs':{'instanceSize':'M0'}}]}";
        ClusterSpec shared = spec("{'name':'orders'," + shards(tenant) + "}");
        return Stream.of(
                arguments(ONE, "{'name':'others'}", ClusterError.NameFixed.class),
                arguments(ONE, "{'tags':[{'key':'a'}]}", ClusterError.LabelInvalid.class),
                arguments(ONE, "{'diskWarmingMode':'HOT'}", ClusterError.NotAllowed.class),
                arguments(ONE, "{'clusterType':'PILE'}", ClusterError.NotAllowed.class),
                arguments(THREE, "{'clusterType':'REPLICASET'}", ClusterError.Unbuildable.class),
                arguments(ONE, "{" + shards(EAST, EAST) + "}", ClusterError.Unbuildable.class),
                arguments(ONE, "{'replicationSpecs':[]}", ClusterError.Missing.class),
                arguments(ONE, "{" + shards(shard("AWS:MOON_1:3")) + "}", ClusterError.UnknownRegion.class),
                arguments(ONE, "{" + shards(shard("AWS:US_EAST_1:4")) + "}", ClusterError.Unbuildable.class),
                arguments(ONE, "{" + shards(shard("GCP:EASTERN_US:3")) + "}", ClusterError.CloudFixed.class),
                arguments(shared, "{" + shards(EAST) + "}", ClusterError.CloudFixed.class),
                arguments(shared, "{'encryptionAtRestProvider':'AWS'}", ClusterError.TenantWithCustomerKey.class),
                arguments(ONE, "{'mongoDBMajorVersion':'7.0'}", ClusterError.Unbuildable.class),
                arguments(ONE, "{'mongoDBMajorVersion':'nine'}", ClusterError.Unbuildable.class),
                arguments(ONE, "{'encryptionAtRestProvider':'ORACLE'}", ClusterError.NotAllowed.class),
                arguments(SEALED, "{'encryptionAtRestProvider':'GCP'}", ClusterError.KeyProviderFixed.class),
                arguments(THREE, shardCount(0), ClusterError.Unbuildable.class),
                arguments(THREE, shardCount(2147483647), ClusterError.Unbuildable.class));
    }

    @Test
    void whatIsBeingDeletedDoesNotChange() {
        assertThat(merge(new Present("orders", ONE, true), "{}"))
                .isEqualTo(new Merge.Refused(new ClusterError.AlreadyDeleting("orders")));
    }

    @Rule("K8")
    @Test
    void aCloudMayBeAddedAndAnotherLeft() {
        String both = shard("AWS:US_EAST_1:2", "GCP:EASTERN_US:1");

        assertThat(changed(changed(ONE, "{" + shards(both) + "}"), "{" + shards(shard("GCP:EASTERN_US:3")) + "}")
                        .places())
                .containsExactly(new Place(CloudProvider.GCP, "EASTERN_US"));
    }

    private static String shardCount(int count) {
        return "{'replicationSpecs':[{'numShards':" + count + "," + EAST.substring(1) + "]}";
    }

    private static ClusterSpec changed(ClusterSpec current, String patch) {
        return ((Merge.Changed) merge(current, patch)).next();
    }

    private static Merge merge(ClusterSpec current, String patch) {
        return merge(new Present("orders", current, false), patch);
    }

    private static Merge merge(Present current, String patch) {
        return PatchRules.merge(current, request(patch), ids("new"));
    }
}
