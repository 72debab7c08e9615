package io.keyward.validation.alert.notification.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.notification.people.Crowd.Member;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule({"N3", "N5"})
class CrowdTest {
    private final Crowd crowd = new Crowd(
            List.of("owner@x.test"),
            List.of(
                    new Member("owner@x.test", Set.of("ORG_OWNER"), Set.of()),
                    new Member("reader@x.test", Set.of("ORG_MEMBER"), Set.of("GROUP_READ_ONLY")),
                    new Member("nobody", Set.of("ORG_MEMBER"), Set.of("GROUP_READ_ONLY"))));

    @ParameterizedTest
    @CsvSource({
        "GROUP_OWNER, owner@x.test",
        "GROUP_READ_ONLY, reader@x.test",
        "GROUP_*, owner@x.test reader@x.test",
        "ORG_OWNER, owner@x.test",
        "ORG_MEMBER, reader@x.test",
        "ORG_*, owner@x.test reader@x.test",
        "GROUP_BACKUP_MANAGER, ''"
    })
    void isToldByRole(String role, String addresses) {
        assertThat(String.join(" ", crowd.addresses(List.of(role)))).isEqualTo(addresses);
    }
}
