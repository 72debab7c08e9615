package io.keyward.validation.alert.notification.form;

/**
 * Where the services behind the channels answer.
 *
 * @param datadog with {@code {site}} in it
 */
public record ChannelUrls(
        String pagerDuty,
        String pagerDutyEu,
        String opsGenie,
        String opsGenieEu,
        String slack,
        String datadog,
        String victorOps) {

    String pagerDuty(String region) {
        return region.equals("EU") ? pagerDutyEu : pagerDuty;
    }

    String opsGenie(String region) {
        return region.equals("EU") ? opsGenieEu : opsGenie;
    }

    String datadog(String region) {
        var site =
                switch (region) {
                    case "EU" -> "datadoghq.eu";
                    case "US3" -> "us3.datadoghq.com";
                    case "US5" -> "us5.datadoghq.com";
                    case "AP1" -> "ap1.datadoghq.com";
                    case "US1_FED" -> "ddog-gov.com";
                    default -> "datadoghq.com";
                };
        return datadog.replace("{site}", site);
    }
}
