package io.keyward.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"0, 100, pageNum", "-1, 100, pageNum", "1, 0, itemsPerPage", "1, 501, itemsPerPage"})
    void refusesWhatIsOutOfBounds(int pageNum, int itemsPerPage, String name) {
        assertThatThrownBy(() -> paging(pageNum, itemsPerPage, true).slice(List.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_QUERY_PARAMETER);
                    assertThat(refusal.parameters()).containsExactly(name);
                });
    }

    @Test
    void theLastPageThereCouldBeStartsWhereAnIntEnds() {
        assertThat(paging(Integer.MAX_VALUE, 500, true).offset()).isEqualTo(Integer.MAX_VALUE);
    }

    private static Paging paging(int pageNum, int itemsPerPage, boolean includeCount) {
        UriInfo request = (UriInfo) Proxy.newProxyInstance(
                PagingTest.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getRequestUriBuilder");
                    return UriBuilder.fromUri("http://host/things?colour=red&pageNum=" + pageNum);
                });
        return new Paging(pageNum, itemsPerPage, includeCount, request);
    }
}
