package io.keyward.validation.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** The services behind the channels, played by the simulator. What tests tell apart is a word that only their own requests have. */
public final class TestChannels {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestChannels() {}

    /** Where a webhook leads that is known by {@code word}. */
    public static String webhookUrl(String word) {
        return base() + "webhook/" + word;
    }

    /** The same of Microsoft Teams. */
    public static String teamsUrl(String word) {
        return base() + "teams/" + word;
    }

    /** Makes requests that have a word in address or body fail. */
    public static void fail(String channel, int answer, int times, String extra, String word) {
        TestCloud.control(
                "PUT",
                "channels/" + channel,
                "{\"answer\":" + answer + ",\"delayMillis\":0,\"times\":" + times + extra + ",\"only\":\"" + word
                        + "\"}");
    }

    /** Lets requests that have a word in address or body wait. */
    public static void slow(String channel, long millis, int times, String word) {
        TestCloud.control(
                "PUT",
                "channels/" + channel,
                "{\"answer\":200,\"delayMillis\":" + millis + ",\"times\":" + times + ",\"only\":\"" + word + "\"}");
    }

    public static void heal(String channel) {
        TestCloud.control("DELETE", "channels/" + channel, "");
    }

    /** What arrived with a word in address or body, in its order: {@code path}, {@code headers}, {@code body}, {@code status}. */
    public static List<JsonNode> received(String channel, String word) {
        try {
            var all = JSON.readTree(TestCloud.control("GET", "channels/" + channel + "/received", ""))
                    .at("/received");
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(one -> one.at("/path").asText().contains(word)
                            || one.at("/body").asText().contains(word))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base() {
        return ConfigProvider.getConfig().getValue("keyward.aws.endpoint", String.class) + "/_channels/";
    }
}
