package io.keyward.config.cluster.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.ClusterRules.Plan;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterRulesTest {
    private static final String REGION =
            "{'providerName':'AWS','regionName':'us-east-1','priority':7,'electableSpecs':{'instanceSize':'M10','nodeCount':3}}";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void fillsInWhatWasNotSaid() {
        ClusterSpec spec = accepted("{'name':'orders','replicationSpecs':[{'regionConfigs':[" + REGION + "]}]}");

        assertThat(spec.clusterType()).isEqualTo("REPLICASET");
        assertThat(spec.encryptionAtRestProvider()).isEqualTo("NONE");
        ReplicationSpec shard = spec.replicationSpecs().getFirst();
        assertThat(shard.id()).isEqualTo("id-2");
        assertThat(shard.zoneId()).isEqualTo("id-1");
        assertThat(shard.zoneName()).isEqualTo("Zone 1");
        assertThat(shard.regions().getFirst().regionName()).isEqualTo("US_EAST_1");
    }

    @Test
    void shardsOfOneZoneAreCountedByTheOlderShape() {
        String shard = "{'zoneName':'a','regionConfigs':[" + REGION + "]}";
        ClusterSpec spec =
                accepted("{'name':'x','clusterType':'SHARDED','replicationSpecs':[" + shard + "," + shard + "]}");

        List<OlderShape> zones = OlderShape.of(spec.replicationSpecs());

        assertThat(zones).hasSize(1);
        assertThat(zones.getFirst().numShards()).isEqualTo(2);
        assertThat(OlderShape.diskSize(spec.replicationSpecs())).isNull();
    }

    @Rule("K1")
    @Test
    void sharedMachinesCannotUseACustomerKey() {
        String tenant = "{'providerName':'TENANT','backingProviderName':'AWS','regionName':'US_EAST_1','priority':7,"
                + "'electableSpecs':{'instanceSize':'M0'}}";
        String body = "{'name':'x','replicationSpecs':[{'regionConfigs':[" + tenant + "]}]";

        assertThat(plan(body + "}")).isInstanceOf(Plan.Accepted.class);
        assertThat(plan(body + ",'encryptionAtRestProvider':'AWS'}"))
                .isEqualTo(new Plan.Refused(new ClusterError.TenantWithCustomerKey()));
    }

    @Test
    void electableNodesAreCountedOverAllRegions() {
        String two = REGION.replace("'nodeCount':3", "'nodeCount':2");
        String one = two.replace("us-east-1", "eu-west-1").replace("'nodeCount':2", "'nodeCount':1");

        ClusterSpec spec = accepted("{'name':'x','replicationSpecs':[{'regionConfigs':[" + two + "," + one + "]}]}");

        assertThat(spec.replicationSpecs().getFirst().regions()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesWhatCannotBeBuilt(String body, Class<? extends ClusterError> expected) {
        assertThat(plan(body)).isInstanceOfSatisfying(Plan.Refused.class, refusal -> assertThat(refusal.error())
                .isInstanceOf(expected));
    }

    static Stream<Arguments> refusals() {
        String specs = "'replicationSpecs':[{'regionConfigs':[" + REGION + "]}]";
        return Stream.of(
                arguments("{" + specs + "}", ClusterError.Missing.class),
                arguments("{'name':'-x'," + specs + "}", ClusterError.NameInvalid.class),
                arguments("{'name':'a b'," + specs + "}", ClusterError.NameInvalid.class),
                arguments("{'name':'" + "x".repeat(65) + "'," + specs + "}", ClusterError.NameTooLong.class),
                arguments("{'name':'x','clusterType':'PILE'," + specs + "}", ClusterError.NotAllowed.class),
                arguments(
                        "{'name':'x','encryptionAtRestProvider':'ORACLE'," + specs + "}",
                        ClusterError.NotAllowed.class),
                arguments("{'name':'x','paused':true," + specs + "}", ClusterError.Paused.class),
                arguments("{'name':'x'}", ClusterError.Missing.class),
                arguments("{'name':'x','replicationSpecs':[{}]}", ClusterError.Missing.class),
                arguments(
                        "{'name':'x','replicationSpecs':[{'regionConfigs':[" + REGION + "]},{'regionConfigs':[" + REGION
                                + "]}]}",
                        ClusterError.Unbuildable.class),
                arguments(with("us-east-1", "MOON_1"), ClusterError.UnknownRegion.class),
                arguments(with("'AWS'", "'IBM'"), ClusterError.NotAllowed.class),
                arguments(with("'M10'", "'M11'"), ClusterError.NotAllowed.class),
                arguments(with("'M10'", "'M0'"), ClusterError.NotAllowed.class),
                arguments(with("'priority':7", "'priority':8"), ClusterError.NotAllowed.class),
                arguments(with("'nodeCount':3", "'nodeCount':-3"), ClusterError.Unbuildable.class),
                arguments(with("'nodeCount':3", "'nodeCount':0"), ClusterError.Unbuildable.class),
                arguments(with("'nodeCount':3", "'nodeCount':4"), ClusterError.Unbuildable.class),
                arguments(with("'nodeCount':3", "'nodeCount':2147483647"), ClusterError.Unbuildable.class),
                arguments(
                        with("'priority':7", "'priority':7,'readOnlySpecs':{'instanceSize':'M10','nodeCount':51}"),
                        ClusterError.Unbuildable.class),
                arguments(with(REGION, REGION + "," + REGION), ClusterError.Unbuildable.class),
                arguments("{'name':'x','mongoDBMajorVersion':'99'," + specs + "}", ClusterError.Unbuildable.class),
                arguments(with("electableSpecs", "readOnlySpecs"), ClusterError.Missing.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void wordsAndSettingsHaveTheirBounds(String field, Class<? extends ClusterError> expected) {
        String body = "{'name':'x'," + field + ",'replicationSpecs':[{'regionConfigs':[" + REGION + "]}]}";

        assertThat(plan(body)).isInstanceOfSatisfying(Plan.Refused.class, refusal -> assertThat(refusal.error())
                .isInstanceOf(expected));
    }

    static Stream<Arguments> words() {
        String many = IntStream.range(0, 51)
                .mapToObj(i -> "{'key':'k" + i + "','value':'v'}")
                .collect(Collectors.joining(","));
        String twice = "{'key':'a','value':'b'},{'key':'a','value':'c'}";
        return Stream.of(
                arguments("'tags':[{'key':'','value':'b'}]", ClusterError.LabelInvalid.class),
                arguments("'tags':[{'value':'b'}]", ClusterError.LabelInvalid.class),
                arguments("'labels':[{'key':'a','value':'" + "x".repeat(256) + "'}]", ClusterError.LabelInvalid.class),
                arguments("'tags':[" + twice + "]", ClusterError.LabelInvalid.class),
                arguments("'labels':[" + many + "]", ClusterError.LabelInvalid.class),
                arguments("'adaptiveCapacity':'MAYBE'", ClusterError.NotAllowed.class),
                arguments("'versionReleaseSystem':'NIGHTLY'", ClusterError.NotAllowed.class),
                arguments("'replicaSetScalingStrategy':'ALL'", ClusterError.NotAllowed.class));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS,   M10",
        "AWS,   R700_GEN_2",
        "AWS,   M400_NVME_GEN_2",
        "AZURE, M90",
        "AZURE, M600_NVME",
        "GCP,   M250",
        "GCP,   R400_GEN_2"
    })
    void eachCloudHasItsSizes(String cloud, String size) {
        assertThat(CloudProvider.valueOf(cloud).instanceSizes()).contains(size);
    }

    @ParameterizedTest
    @CsvSource({"AWS, 47", "AZURE, 22", "GCP, 34", "TENANT, 3"})
    void hasEverySizeOnce(String cloud, int count) {
        assertThat(CloudProvider.valueOf(cloud).instanceSizes()).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void knowsWhetherShardsAreAlike() {
        String shard = "{'regionConfigs':[" + REGION + "]}";
        String larger = shard.replace("M10", "M20");
        String sharded = "{'name':'x','clusterType':'SHARDED','replicationSpecs':[";

        assertThat(accepted(sharded + shard + "," + shard + "]}").shardsAreAlike())
                .isTrue();
        assertThat(accepted(sharded + shard + "," + larger + "]}").shardsAreAlike())
                .isFalse();
        assertThat(accepted(sharded + shard + "]}").nodes()).isEqualTo(3);
    }

    private static String with(String what, String instead) {
        return "{'name':'x','replicationSpecs':[{'regionConfigs':[" + REGION.replace(what, instead) + "]}]}";
    }

    private static ClusterSpec accepted(String body) {
        return ((Plan.Accepted) plan(body)).spec();
    }

    private static Plan plan(String body) {
        AtomicInteger last = new AtomicInteger();
        Supplier<String> ids = () -> "id-" + last.incrementAndGet();
        try {
            return ClusterRules.plan(JSON.readValue(body.replace('\'', '"'), ClusterRequest.class), ids);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
