package io.keyward.validation.alert.api;

import io.keyward.atlas.Link;
import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Where to find alerts and their configurations. What is listed carries its own link alone. */
final class AlertLinks {
    private static final String GROUP = "/api/atlas/v2/groups/{groupId}/";
    private static final String REL = "https://cloud.mongodb.com/";

    private AlertLinks() {}

    static List<Link> of(UriInfo uri, Alert alert) {
        return List.of(
                self(uri, alert),
                link(uri, REL + "alertConfig", GROUP + "alertConfigs/{id}", alert.groupId(), alert.configurationId()),
                link(uri, REL + "alertConfigs", GROUP + "alerts/{id}/alertConfigs", alert.groupId(), alert.id()));
    }

    static List<Link> selfOf(UriInfo uri, Alert alert) {
        return List.of(self(uri, alert));
    }

    static List<Link> of(UriInfo uri, AlertConfiguration configuration) {
        var groupId = configuration.groupId();
        return List.of(
                self(uri, configuration),
                link(uri, REL + "alerts", GROUP + "alertConfigs/{id}/alerts", groupId, configuration.id()));
    }

    static List<Link> selfOf(UriInfo uri, AlertConfiguration configuration) {
        return List.of(self(uri, configuration));
    }

    private static Link self(UriInfo uri, Alert alert) {
        return link(uri, "self", GROUP + "alerts/{id}", alert.groupId(), alert.id());
    }

    private static Link self(UriInfo uri, AlertConfiguration configuration) {
        return link(uri, "self", GROUP + "alertConfigs/{id}", configuration.groupId(), configuration.id());
    }

    private static Link link(UriInfo uri, String rel, String path, Object... values) {
        return new Link(uri.getBaseUriBuilder().path(path).build(values).toString(), rel);
    }
}
