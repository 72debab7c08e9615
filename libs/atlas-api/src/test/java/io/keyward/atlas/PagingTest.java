package io.keyward.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("A5")
class PagingTest {

    @ParameterizedTest
    @CsvSource({
        "1, 100,   0, self",
        "1, 100, 100, self",
        "1, 100, 101, self next",
        "2, 100, 101, self previous",
        "2,   1,   3, self previous next",
        "9,  10,   5, self previous"
    })
    void linksToWhatExists(int pageNum, int itemsPerPage, long total, String rels) {
        // When
        Page<String> page = paging(pageNum, itemsPerPage, true).page(List.of(), total);

        // Then
        assertThat(page.links()).extracting(Link::rel).containsExactly(rels.split(" "));
    }

    @Test
    void linksEchoTheQuery() {
        // When
        Page<String> page = paging(2, 10, false).page(List.of("x"), 100);

        // Then
        assertThat(page.links().getLast().href())
                .startsWith("http://host/things?")
                .contains("colour=red", "pageNum=3", "itemsPerPage=10", "includeCount=false");
        assertThat(page.totalCount()).isNull();
    }

    @Test
    void cutsItsPageOutOfAWholeList() {
        // When
        Page<Integer> page =
                paging(3, 4, true).slice(IntStream.range(0, 10).boxed().toList());

        // Then
        assertThat(page.results()).containsExactly(8, 9);
        assertThat(page.totalCount()).isEqualTo(10);
    }

    @Test
    void whatElseWasAskedForIsRepeatedAsItWasWritten() {
        // When
        Page<String> page =
                paging("?a=%7Bb%7D&pageNum=1&c&c=%26&itemsPerPage=1&pageNums=7").page(List.of("x"), 2);

        // Then
        assertThat(page.links())
                .extracting(Link::href)
                .containsExactly(
                        "http://host/things?a=%7Bb%7D&c&c=%26&pageNums=7&includeCount=true&itemsPerPage=1&pageNum=1",
                        "http://host/things?a=%7Bb%7D&c&c=%26&pageNums=7&includeCount=true&itemsPerPage=1&pageNum=2");
    }

    @Test
    void withoutParametersThereAreHundredItemsAndACount() {
        // When
        Page<String> page = paging("").page(List.of("x"), 101);

        // Then
        assertThat(page.totalCount()).isEqualTo(101);
        assertThat(page.links().getLast().href())
                .isEqualTo("http://host/things?includeCount=true&itemsPerPage=100&pageNum=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pageNum=0",
                "pageNum=-1",
                "pageNum=",
                "pageNum",
                "pageNum=1.0",
                "pageNum=%2B1",
                "pageNum=+1",
                "pageNum=%D9%A3",
                "pageNum=2147483648",
                "pageNum=99999999999999999999",
                "itemsPerPage=0",
                "itemsPerPage=501",
                "itemsPerPage=all",
                "includeCount=maybe",
                "includeCount=",
                "includeCount=1"
            })
    void refusesWhatIsOutOfBounds(String query) {
        assertThatThrownBy(() -> paging("?" + query).slice(List.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_QUERY_PARAMETER);
                    assertThat(refusal.parameters()).containsExactly(query.split("=")[0]);
                });
    }

    @Test
    void theLastPageThereCouldBeStartsWhereAnIntEnds() {
        // Given
        Paging last = paging(Integer.MAX_VALUE, 500, true);

        // Then
        assertThat(last.offset()).isEqualTo(Integer.MAX_VALUE);
        assertThat(last.slice(List.of("x")).results()).isEmpty();
        assertThat(last.page(List.of(), 1).links()).extracting(Link::rel).containsExactly("self", "previous");
    }

    private static Paging paging(int pageNum, int itemsPerPage, boolean includeCount) {
        return paging(
                "?colour=red&pageNum=" + pageNum + "&itemsPerPage=" + itemsPerPage + "&includeCount=" + includeCount);
    }

    private static Paging paging(String query) {
        return new Paging(Requests.of("http://host/things" + query));
    }
}
