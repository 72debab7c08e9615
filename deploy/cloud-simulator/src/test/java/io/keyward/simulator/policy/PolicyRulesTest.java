package io.keyward.simulator.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keyward.simulator.policy.Decision.Allowed;
import io.keyward.simulator.policy.Decision.Denied;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table: which policies say what, and what comes of it. */
class PolicyRulesTest {

    private static final String ACCOUNT = "111122223333";
    private static final String OTHER = "444455556666";
    private static final String ROLE = "arn:aws:iam::111122223333:role/r";
    private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/r/s";
    private static final String ROOT = "arn:aws:iam::111122223333:root";
    private static final String KEY = "arn:aws:kms:us-east-1:%s:key/k";

    private static final String YES = "{'Effect':'Allow','Action':'kms:*','Resource':'*'}";
    private static final String OTHER_ACTION = "{'Effect':'Allow','Action':'kms:DescribeKey','Resource':'*'}";
    private static final String NO = "{'Effect':'Deny','Action':'kms:Decrypt','Resource':'*'}";

    static Stream<Arguments> table() {
        return Stream.of(
                // name, key's account, policies, expected
                arguments(
                        "account delegates, identity allows",
                        ACCOUNT,
                        key(ROOT).and(PolicyKind.IDENTITY, YES),
                        allowed()),
                arguments("account delegates by id", ACCOUNT, key(ACCOUNT).and(PolicyKind.IDENTITY, YES), allowed()),
                arguments("account delegates, identity silent", ACCOUNT, key(ROOT), silent(PolicyKind.IDENTITY)),
                arguments(
                        "account delegates, identity allows another action",
                        ACCOUNT,
                        key(ROOT).and(PolicyKind.IDENTITY, OTHER_ACTION),
                        silent(PolicyKind.IDENTITY)),
                arguments("key names the role", ACCOUNT, key(ROLE), allowed()),
                arguments("key names the session", ACCOUNT, key(SESSION), allowed()),
                arguments("key names everyone", ACCOUNT, key("*"), allowed()),
                arguments(
                        "key names somebody else",
                        ACCOUNT,
                        key("arn:aws:iam::111122223333:role/x").and(PolicyKind.IDENTITY, YES),
                        silent(PolicyKind.RESOURCE)),
                arguments("across accounts both allow", OTHER, key(ROOT).and(PolicyKind.IDENTITY, YES), allowed()),
                arguments("across accounts the key alone", OTHER, key(ROLE), silent(PolicyKind.IDENTITY)),
                arguments(
                        "across accounts identity alone",
                        OTHER,
                        key("arn:aws:iam::444455556666:root").and(PolicyKind.IDENTITY, YES),
                        silent(PolicyKind.RESOURCE)),
                arguments(
                        "deny in identity", ACCOUNT, open().and(PolicyKind.IDENTITY, NO), denied(PolicyKind.IDENTITY)),
                arguments("deny in key", ACCOUNT, open().and(PolicyKind.RESOURCE, NO), denied(PolicyKind.RESOURCE)),
                arguments(
                        "deny in SCP",
                        ACCOUNT,
                        open().and(PolicyKind.SERVICE_CONTROL, NO),
                        denied(PolicyKind.SERVICE_CONTROL)),
                arguments(
                        "SCP allow list",
                        ACCOUNT,
                        open().and(PolicyKind.SERVICE_CONTROL, OTHER_ACTION),
                        silent(PolicyKind.SERVICE_CONTROL)),
                arguments(
                        "deny in RCP",
                        ACCOUNT,
                        open().and(PolicyKind.RESOURCE_CONTROL, NO),
                        denied(PolicyKind.RESOURCE_CONTROL)),
                arguments(
                        "deny in endpoint",
                        ACCOUNT,
                        open().and(PolicyKind.VPC_ENDPOINT, NO),
                        denied(PolicyKind.VPC_ENDPOINT)),
                arguments(
                        "endpoint allow list",
                        ACCOUNT,
                        open().and(PolicyKind.VPC_ENDPOINT, OTHER_ACTION),
                        silent(PolicyKind.VPC_ENDPOINT)),
                arguments(
                        "deny in boundary",
                        ACCOUNT,
                        open().and(PolicyKind.PERMISSIONS_BOUNDARY, NO),
                        denied(PolicyKind.PERMISSIONS_BOUNDARY)),
                arguments(
                        "boundary too narrow",
                        ACCOUNT,
                        open().and(PolicyKind.PERMISSIONS_BOUNDARY, OTHER_ACTION),
                        silent(PolicyKind.PERMISSIONS_BOUNDARY)),
                arguments("deny in session", ACCOUNT, open().and(PolicyKind.SESSION, NO), denied(PolicyKind.SESSION)),
                arguments(
                        "session too narrow",
                        ACCOUNT,
                        open().and(PolicyKind.SESSION, OTHER_ACTION),
                        silent(PolicyKind.SESSION)),
                arguments(
                        "narrow boundary, role named",
                        ACCOUNT,
                        key(ROLE).and(PolicyKind.PERMISSIONS_BOUNDARY, OTHER_ACTION),
                        silent(PolicyKind.PERMISSIONS_BOUNDARY)),
                arguments(
                        "narrow boundary, session named",
                        ACCOUNT,
                        key(SESSION).and(PolicyKind.PERMISSIONS_BOUNDARY, OTHER_ACTION),
                        allowed()),
                arguments(
                        "a deny outranks what is missing",
                        ACCOUNT,
                        key(ROOT).and(PolicyKind.SERVICE_CONTROL, NO),
                        denied(PolicyKind.SERVICE_CONTROL)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void decides(String name, String keyAccount, Policies policies, Decision expected) {
        AccessRequest request = new AccessRequest(
                new Principal(SESSION, ACCOUNT, ROLE), "kms:Decrypt", KEY.formatted(keyAccount), keyAccount, Map.of());

        assertThat(PolicyRules.decide(request, policies.set())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'StringEquals':{'sts:ExternalId':'a'}                        | true",
                "'StringEquals':{'STS:EXTERNALID':['b','a']}                  | true",
                "'StringEquals':{'sts:ExternalId':'A'}                        | false",
                "'StringEqualsIgnoreCase':{'sts:ExternalId':'A'}              | true",
                "'StringNotEquals':{'sts:ExternalId':'a'}                     | false",
                "'StringNotEquals':{'aws:SourceVpce':'vpce-1'}                | true",
                "'StringEquals':{'aws:SourceVpce':'vpce-1'}                   | false",
                "'StringEqualsIfExists':{'aws:SourceVpce':'vpce-1'}           | true",
                "'StringLike':{'sts:ExternalId':'?'}                          | true",
                "'StringLike':{'sts:ExternalId':'b*'}                         | false",
                "'Null':{'sts:ExternalId':'false'}                            | true",
                "'Null':{'aws:SourceVpce':'true'}                             | true",
                "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/*'}       | true",
                "'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}                    | true",
                "'IpAddress':{'aws:SourceIp':'192.168.0.0/16'}                | false",
                "'NotIpAddress':{'aws:SourceIp':'10.1.2.3'}                   | false",
                "'ForAnyValue:StringEquals':{'kms:EncryptionContextKeys':'x'} | true",
                "'ForAllValues:StringEquals':{'kms:EncryptionContextKeys':'x'}| false",
                "'StringEquals':{'sts:ExternalId':'a','aws:SourceVpce':'v'}   | false"
            })
    void holdsConditions(String condition, boolean expected) {
        String statement = "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{" + condition + "}}";
        AccessRequest request = new AccessRequest(
                new Principal(SESSION, ACCOUNT, ROLE),
                "kms:Decrypt",
                KEY.formatted(ACCOUNT),
                ACCOUNT,
                Map.of(
                        "sts:ExternalId", List.of("a"),
                        "aws:SourceIp", List.of("10.1.2.3"),
                        "kms:EncryptionContextKeys", List.of("x", "y")));

        boolean allowed = PolicyRules.decide(
                        request, key(ROOT).and(PolicyKind.IDENTITY, statement).set())
                instanceof Allowed;

        assertThat(allowed).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{'Statement':[{'Effect':'Maybe','Action':'*'}]}",
                "{'Statement':[{'Effect':'Allow'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Colour':'red'}]}",
                "{'Statement':[{'Effect':'Allow','Action':{'a':1}}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Condition':{'Sounds':{'a':'b'}}}]}"
            })
    void refusesWhatItCouldNotEvaluate(String document) {
        assertThatThrownBy(() -> PolicyDocument.parse(document.replace('\'', '"')))
                .isInstanceOf(MalformedPolicyException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "*,anything,true", "kms:*,kms:Decrypt,true", "kms:De*,kms:Decrypt,true", "kms:*t,kms:Decrypt,true",
        "kms:?ecrypt,kms:Decrypt,true", "kms:Encrypt,kms:Decrypt,false", "a*b*c,aXbYbc,true", "a*b,abc,false"
    })
    void matchesPatterns(String pattern, String text, boolean expected) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(expected);
    }

    private static Decision allowed() {
        return new Allowed();
    }

    private static Decision silent(PolicyKind kind) {
        return new Denied(kind, false);
    }

    private static Decision denied(PolicyKind kind) {
        return new Denied(kind, true);
    }

    private static Policies open() {
        return key(ROOT).and(PolicyKind.IDENTITY, YES);
    }

    private static Policies key(String principal) {
        return new Policies(new EnumMap<>(PolicyKind.class))
                .and(
                        PolicyKind.RESOURCE,
                        "{'Effect':'Allow','Principal':{'AWS':'" + principal + "'},'Action':'kms:*','Resource':'*'}");
    }

    /** Statements by kind of policy. */
    private record Policies(Map<PolicyKind, String> statements) {

        Policies and(PolicyKind kind, String statement) {
            Map<PolicyKind, String> more = new EnumMap<>(PolicyKind.class);
            more.putAll(statements);
            more.merge(kind, statement, (left, right) -> left + "," + right);
            return new Policies(more);
        }

        PolicySet set() {
            return new PolicySet(
                    one(PolicyKind.SERVICE_CONTROL),
                    one(PolicyKind.RESOURCE_CONTROL),
                    one(PolicyKind.VPC_ENDPOINT),
                    one(PolicyKind.RESOURCE),
                    one(PolicyKind.IDENTITY).stream().toList(),
                    one(PolicyKind.PERMISSIONS_BOUNDARY),
                    one(PolicyKind.SESSION));
        }

        private Optional<PolicyDocument> one(PolicyKind kind) {
            return Optional.ofNullable(statements.get(kind))
                    .map(statement -> PolicyDocument.parse(("{'Statement':[" + statement + "]}").replace('\'', '"')));
        }
    }
}
