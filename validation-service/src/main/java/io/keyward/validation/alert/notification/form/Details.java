package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What a notice says besides its title, a label and a text each, for services that show such pairs. */
final class Details {
    private Details() {}

    static JsonObject of(Notice notice) {
        var details = new JsonObject().put("What happened", notice.explanation());
        notice.ofProject().ifPresent(project -> details.put("Project", project.name() + " (" + project.id() + ")"));
        Wording.facts(notice).forEach(fact -> details.put(fact.label(), fact.value()));
        details.put("Since", Wording.time(notice.since()));
        Optional.ofNullable(notice.deadline()).ifPresent(until -> details.put("Deadline", Wording.time(until)));
        if (!notice.clusters().isEmpty()) {
            details.put("Clusters", Wording.clusters(notice, "- "));
        }
        Optional.ofNullable(notice.remedy()).ifPresent(remedy -> details.put("What to do", remedy));
        Optional.ofNullable(notice.next()).ifPresent(next -> details.put("What happens next", next));
        return details;
    }
}
