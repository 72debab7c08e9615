package io.keyward.atlas.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

    @ParameterizedTest(name = "{0} before {1}")
    @CsvSource({
        "/groups/byName/{name}, /groups/{groupId}/clusters",
        "/groups/{groupId}/clusters, /groups/{groupId}/{part}",
        "/groups/list, /groups/{groupId}"
    })
    void theMoreSpecificOneWinsAsInTheFramework(String winner, String other) {
        assertThat(PathTemplate.BY_SPECIFICITY.compare(new PathTemplate(winner), new PathTemplate(other)))
                .isPositive();
    }

    @ParameterizedTest(name = "{0} ~ {1}: {2}")
    @CsvSource({
        "/groups, /groups, true",
        "/groups/, /groups, true",
        "groups, /groups/, true",
        "/groups//clusters, /groups/clusters, true",
        "/groups/{groupId}, /groups/a.b, true",
        "/groups/{groupId}, /groups/a/b, false",
        "/groups/{groupId}, /groups/, false",
        "/groups/{id}/clusters/{name}, /groups/1/clusters/x-1, true",
        "/groups/{ id : [a-f0-9]{3} }, /groups/abc, true",
        "/groups/{ id : [a-f0-9]{3} }, /groups/abcd, false",
        "/a.c, /abc, false"
    })
    void matchesAsTheFrameworkDoes(String template, String path, boolean matches) {
        assertThat(new PathTemplate(template).matches(path)).isEqualTo(matches);
    }
}
