package io.keyward.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every list, whatever the size of its pages. */
@Rule("A5")
class PagingPropertiesTest {

    @Property(tries = 200)
    void whoFollowsNextSeesEveryItemOnceAndInOrder(
            @ForAll @IntRange(max = 60) int size, @ForAll @IntRange(min = 1, max = 500) int itemsPerPage) {
        // Given
        List<Integer> all = IntStream.range(0, size).boxed().toList();

        // When
        List<Integer> seen = new ArrayList<>();
        Optional<String> here = Optional.of("http://host/things?itemsPerPage=" + itemsPerPage);
        while (here.isPresent()) {
            Page<Integer> page = at(here.get()).slice(all);
            assertThat(page.totalCount()).isEqualTo(size);
            seen.addAll(page.results());
            here = link(page, "next");
        }

        // Then
        assertThat(seen).isEqualTo(all);
    }

    @Property(tries = 200)
    void whoGoesOnAndBackIsWhereTheyWere(
            @ForAll @IntRange(max = 1000) int size,
            @ForAll @IntRange(min = 1, max = 500) int itemsPerPage,
            @ForAll @IntRange(min = 1, max = 50) int pageNum) {
        // Given
        String here = "http://host/things?q=a&includeCount=true&itemsPerPage=" + itemsPerPage + "&pageNum=" + pageNum;
        Page<Integer> page = at(here).page(List.of(), size);

        // Then
        assertThat(link(page, "self")).contains(here);
        assertThat(link(page, "previous").isPresent()).isEqualTo(pageNum > 1);
        assertThat(link(page, "next").isPresent()).isEqualTo((long) pageNum * itemsPerPage < size);
        link(page, "next").ifPresent(next -> assertThat(link(at(next).page(List.of(), size), "previous"))
                .contains(here));
    }

    private static Optional<String> link(Page<?> page, String rel) {
        return page.links().stream()
                .filter(link -> link.rel().equals(rel))
                .map(Link::href)
                .findFirst();
    }

    private static Paging at(String address) {
        return new Paging(Requests.of(address));
    }
}
