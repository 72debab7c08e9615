package io.keyward.validation.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.notification.health.ProjectHealth;
import io.keyward.validation.alert.request.ConfigurationRequest;
import io.keyward.validation.alert.request.ConfigurationRules;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of notification, from the request to the answer and back. What is secret in them begins with {@code SECRET}. */
class NotificationKindsTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String EVENT = "\"eventTypeName\":\"AWS_ENCRYPTION_KEY_INVALID\"";

    static Stream<String> kinds() {
        return Stream.of(
                "{'typeName':'DATADOG','datadogApiKey':'SECRET-0123456789-ab12','datadogRegion':'US1_FED'}",
                "{'typeName':'EMAIL','emailAddress':'ops@example.com','delayMin':15,'intervalMin':5}",
                "{'typeName':'GROUP','emailEnabled':true,'smsEnabled':false,'roles':['GROUP_OWNER']}",
                "{'typeName':'HIP_CHAT','notificationToken':'SECRET-0123456789-ab12','roomName':'ops'}",
                "{'typeName':'MICROSOFT_TEAMS','microsoftTeamsWebhookUrl':'https://teams.example.com/SECRET/ab12'}",
                "{'typeName':'OPS_GENIE','opsGenieApiKey':'SECRET-0123456789-ab12','opsGenieRegion':'EU'}",
                "{'typeName':'ORG','emailEnabled':false,'smsEnabled':true,'roles':['ORG_OWNER']}",
                "{'typeName':'PAGER_DUTY','serviceKey':'SECRET-0123456789-ab12','region':'EU'}",
                "{'typeName':'SLACK','apiToken':'SECRET-0123456789-ab12','channelName':'ops'}",
                "{'typeName':'SMS','mobileNumber':'+49 30 1234567'}",
                "{'typeName':'TEAM','teamId':'64b0c0ffee64b0c0ffee64b1','teamName':'ops','emailEnabled':true}",
                "{'typeName':'USER','username':'ada@example.com','emailEnabled':true,'integrationId':'i1'}",
                "{'typeName':'VICTOR_OPS','victorOpsApiKey':'SECRET-0123456789-ab12','victorOpsRoutingKey':'SECRET-987654321-cd34'}",
                "{'typeName':'WEBHOOK','webhookUrl':'https://in.example.com/SECRET/ab12','webhookSecret':'SECRET','webhookBodyTemplate':'{}'}");
    }

    @Test
    void noKindIsMissing() {
        assertThat(kinds().map(json -> read(json).getFirst().channel().type()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(ChannelType.values()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsAnsweredAndSentBackChangesNothing(String json) throws JsonProcessingException {
        var before = read(json);
        var answered = answer(before);

        var after = ConfigurationRules.read(
                JSON.readValue(answered, ConfigurationRequest.class), before, secret -> "another seal");

        assertThat(after.notifications()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noSecretIsAnsweredOrPrinted(String json) throws JsonProcessingException {
        var read = read(json);

        assertThat(answer(read)).doesNotContain("SECRET");
        assertThat(read.toString()).doesNotContain("SECRET");
        assertThat(request(json).toString()).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aNotificationInTheSamePlaceKeepsItsIdAndTakesAnotherSecret(String json) {
        var before = read(json);

        var after = read(json.replace("ab12", "ef56"), before).getFirst();

        assertThat(after.notifierId()).isEqualTo(before.getFirst().notifierId());
        assertThat(after.channel().equals(before.getFirst().channel())).isEqualTo(!json.contains("ab12"));
    }

    private static List<Notification> read(String json) {
        return read(json, List.of());
    }

    /** What the sealing makes of a secret says nothing of it, as the real one. */
    private static List<Notification> read(String json, List<Notification> before) {
        return ConfigurationRules.read(request(json), before, secret -> "sealed:" + secret.hashCode())
                .notifications();
    }

    private static ConfigurationRequest request(String json) {
        try {
            return JSON.readValue(
                    "{" + EVENT + ",\"notifications\":[" + json.replace('\'', '"') + "]}", ConfigurationRequest.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String answer(List<Notification> notifications) throws JsonProcessingException {
        var content = ConfigurationRules.read(
                request("{'typeName':'SMS','mobileNumber':'12345'}"), List.of(), secret -> secret);
        var configuration = new AlertConfiguration(
                "64b0c0ffee64b0c0ffee64b2",
                "64b0c0ffee64b0c0ffee64b0",
                new AlertConfiguration.Content(content.type(), true, null, null, List.of(), notifications),
                Instant.EPOCH,
                Instant.EPOCH,
                1);
        return JSON.writeValueAsString(AlertConfigView.of(configuration, List.of(), ProjectHealth.NONE));
    }
}
