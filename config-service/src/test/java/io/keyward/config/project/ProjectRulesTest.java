package io.keyward.config.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.atlas.Refusal;
import io.keyward.config.project.Project.Tag;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectRulesTest {
    private static final List<Tag> TAGS = List.of(new Tag("k", "v"));
    private static final Project PROJECT = new Project("p", "o", "name", Project.ACTIVE, TAGS, true, Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({"billing, true", "Größe (1), true", "'a b', true", "a/b, false", "' ', false", "'', false"})
    void knowsANameByItsLetters(String text, boolean expected) {
        assertThat(ProjectRules.isName(text)).isEqualTo(expected);
    }

    @Test
    void whatIsNotSentStays() {
        assertThat(ProjectRules.merge(PROJECT, new ProjectPatch(null, null, null)))
                .isEqualTo(PROJECT);
        assertThat(ProjectRules.merge(PROJECT, new ProjectPatch("other", null, null)))
                .isEqualTo(PROJECT.described("other", TAGS, true));
        assertThat(ProjectRules.merge(PROJECT, new ProjectPatch(null, List.of(), false)))
                .isEqualTo(PROJECT.described("name", List.of(), false));
    }

    @Test
    void aTagHasAKeyOfItsOwnAndAValue() {
        assertThat(ProjectRules.requireTags(null)).isEmpty();
        assertThat(ProjectRules.requireTags(TAGS)).isEqualTo(TAGS);
        refused(List.of(new Tag("k", "v"), new Tag("k", "w")));
        refused(List.of(new Tag("k", "")));
        refused(List.of(new Tag("x".repeat(256), "v")));
        refused(IntStream.range(0, 51).mapToObj(i -> new Tag("k" + i, "v")).toList());
    }

    private static void refused(List<Tag> tags) {
        assertThatThrownBy(() -> ProjectRules.requireTags(tags)).isInstanceOf(Refusal.class);
    }
}
