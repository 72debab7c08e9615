package io.keyward.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.PlainJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The control API of the simulated cloud, which no customer and no service knows. Its words are in that module's README. */
public final class CloudControl {
    private final String url;

    public CloudControl(String cloudUrl) {
        url = cloudUrl + "/_control/";
    }

    /** Every private endpoint that is there or ever was, oldest first. */
    public List<CloudEndpoint> endpoints() {
        return StreamSupport.stream(
                        PlainJson.get(url + "endpoints").path("endpoints").spliterator(), false)
                .map(CloudEndpoint::read)
                .toList();
    }

    /** Something happens to one behind its owner's back: {@code delete}, {@code vanish}, {@code reject}, {@code activate} and so on. */
    public void happen(String id, String what) {
        PlainJson.call("POST", url + "endpoints/" + id + "/" + what, "{}");
    }

    /** What becomes of endpoints made in the region from now on, until {@link #createAsUsual}. */
    public void creationsEnd(String region, String state) {
        String body = "{\"region\":\"%s\",\"state\":\"%s\"}".formatted(region, state);
        PlainJson.call("PUT", url + "endpoint-creations/" + region, body);
    }

    public void createAsUsual(String region) {
        PlainJson.call("DELETE", url + "endpoint-creations/" + region, "");
    }

    /** How long making and removing take, and how long what was removed is still shown. */
    public void pace(Duration each) {
        String body = "{\"creation\":\"%1$s\",\"deletion\":\"%1$s\",\"deletedVisible\":\"%1$s\"}".formatted(each);
        PlainJson.call("PUT", url + "endpoint-settings", body);
    }

    /** From now on the cloud is disturbed so, in place of any disturbance of that name. */
    public void disturb(String name, String disturbance) {
        PlainJson.call("PUT", url + "disturbances/" + name, disturbance);
    }

    public void calm(String name) {
        PlainJson.call("DELETE", url + "disturbances/" + name, "");
    }

    /** How many calls of a service ({@code ec2}, {@code kms}, {@code sts}) there were since the cloud began, by operation. */
    public Map<String, Long> calls(String service) {
        Map<String, Long> calls = new TreeMap<>();
        for (JsonNode count : PlainJson.get(url + "calls?service=" + service).path("calls")) {
            calls.merge(count.path("operation").asText(), count.path("calls").asLong(), Long::sum);
        }
        return calls;
    }

    /**
     * Makes endpoints that are available at once.
     *
     * @param endpoints a JSON array of {@code {"clientToken", "tags"}}
     * @return their ids, in the same order
     */
    public List<String> makeMany(String region, String endpoints) {
        String body = "{\"region\":\"%s\",\"endpoints\":%s}".formatted(region, endpoints);
        return PlainJson.call("POST", url + "endpoint-batches", body)
                .path("endpoints")
                .findValuesAsText("id");
    }

    /**
     * Makes keys, and the roles that open them; the answers are in the same order.
     *
     * @param batch what the cloud's README says of {@code key-batches}
     */
    public List<CloudKey> makeKeys(String batch) {
        List<CloudKey> keys = new ArrayList<>();
        PlainJson.call("POST", url + "key-batches", batch).path("keys").forEach(made -> keys.add(CloudKey.read(made)));
        return keys;
    }
}
