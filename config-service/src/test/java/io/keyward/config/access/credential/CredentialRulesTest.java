package io.keyward.config.access.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.access.Caller.Kind;
import io.keyward.access.OrgRole;
import io.keyward.access.principal.AddressBlock;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Settings OWNER = Settings.of("", "d", Set.of(OrgRole.ORG_OWNER));
    private static final Settings MEMBER = Settings.of("", "d", Set.of(OrgRole.ORG_MEMBER));
    private static final Settings LISTED = OWNER.withAddresses(
            List.of(new Settings.Address(AddressBlock.parse("10.0.0.0/8").orElseThrow(), NOW)));
    private static final Settings LIVE = OWNER.withSecrets(List.of(secret("1", Duration.ofHours(1))));
    private static final Settings EXPIRED = OWNER.withSecrets(List.of(secret("2", Duration.ofHours(-1))));
    private static final Optional<Settings> GONE = Optional.empty();

    static Stream<Arguments> changes() {
        return Stream.of(
                // what it was, what it becomes, how many others own the organisation, whether that may be
                Arguments.of("the last key goes", Kind.API_KEY, OWNER, GONE, 0, false),
                Arguments.of("one of two keys goes", Kind.API_KEY, OWNER, GONE, 1, true),
                Arguments.of("the last key loses the role", Kind.API_KEY, OWNER, Optional.of(MEMBER), 0, false),
                Arguments.of("one of two loses the role", Kind.API_KEY, OWNER, Optional.of(MEMBER), 1, true),
                Arguments.of("the last key is described", Kind.API_KEY, OWNER, Optional.of(OWNER), 0, true),
                Arguments.of("no owner goes", Kind.API_KEY, MEMBER, GONE, 0, true),
                Arguments.of("no owner becomes one", Kind.API_KEY, MEMBER, Optional.of(OWNER), 0, true),
                Arguments.of("the last account goes", Kind.SERVICE_ACCOUNT, LIVE, GONE, 0, false),
                Arguments.of("one of several accounts goes", Kind.SERVICE_ACCOUNT, LIVE, GONE, 2, true),
                Arguments.of("its last secret goes", Kind.SERVICE_ACCOUNT, LIVE, Optional.of(OWNER), 0, false),
                Arguments.of("a secret goes, a key is there", Kind.SERVICE_ACCOUNT, LIVE, Optional.of(OWNER), 1, true),
                Arguments.of("only an expired one is left", Kind.SERVICE_ACCOUNT, LIVE, Optional.of(EXPIRED), 0, false),
                Arguments.of("an expired one goes", Kind.SERVICE_ACCOUNT, EXPIRED, Optional.of(OWNER), 0, true),
                Arguments.of("an expired one is replaced", Kind.SERVICE_ACCOUNT, EXPIRED, Optional.of(LIVE), 0, true),
                Arguments.of("the last, though expired, goes", Kind.SERVICE_ACCOUNT, EXPIRED, GONE, 0, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @Rule("A6")
    void somebodyCanGoOnManagingTheOrganization(
            String what, Kind kind, Settings before, Optional<Settings> after, long others, boolean allowed) {
        Credential credential = new Credential("id", "org", kind, "name", NOW, before);

        if (allowed) {
            assertThatCode(() -> CredentialRules.requireOwner(credential, after, others, false, NOW))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> CredentialRules.requireOwner(credential, after, others, false, NOW))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(ErrorCode.CANNOT_REMOVE_LAST_OWNER));
        }
    }

    static Stream<Arguments> changesWhereListsAreRequired() {
        return Stream.of(
                Arguments.of("the last list goes", LISTED, Optional.of(OWNER), 0, false),
                Arguments.of("one of two lists goes", LISTED, Optional.of(OWNER), 1, true),
                Arguments.of("the last one with a list goes", LISTED, GONE, 0, false),
                Arguments.of("one without a list goes, one with is there", OWNER, GONE, 1, true),
                Arguments.of("one without a list gets one", OWNER, Optional.of(LISTED), 0, true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesWhereListsAreRequired")
    @Rule("A6")
    void somebodyWithAnAccessListCanWhereOneIsRequired(
            String what, Settings before, Optional<Settings> after, long others, boolean allowed) {
        Credential credential = new Credential("id", "org", Kind.API_KEY, "name", NOW, before);

        assertThat(refuses(() -> CredentialRules.requireOwner(credential, after, others, true, NOW)))
                .isEqualTo(!allowed);
    }

    private static boolean refuses(Runnable check) {
        try {
            check.run();
            return false;
        } catch (Refusal refusal) {
            return refusal.code() == ErrorCode.CANNOT_REMOVE_LAST_OWNER;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "a\nb", "xxxxxxxxxxx"})
    void textsArePrintableAndFit(String text) {
        assertThatThrownBy(() -> CredentialRules.requireText("desc", text, 10)).isInstanceOf(Refusal.class);
    }

    private static Secret secret(String id, Duration life) {
        return Secret.of(id, "mdb_sa_sk_something", NOW.minus(Duration.ofDays(1)), NOW.plus(life));
    }
}
