package io.keyward.validation.enforcement.observed;

import io.keyward.access.principal.AddressBlock;
import io.keyward.contracts.EnforcementEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a report whose fields are each of the right kind, and what its parts say. */
public final class ReportRules {
    private ReportRules() {}

    /** What is wrong, by the path of the field; empty when nothing is. */
    public static Map<String, String> problems(Report report) {
        var problems = new LinkedHashMap<String, String>();
        var rewrap = report.rewrap();
        if (rewrap != null && rewrap.nodesDone() > rewrap.nodesTotal()) {
            problems.put("rewrap.nodesDone", "must not be greater than nodesTotal");
        }
        var addresses = report.addresses();
        if (addresses != null) {
            check("addresses.inbound", addresses.inbound(), problems);
            check("addresses.outbound", addresses.outbound(), problems);
            check("addresses.futureInbound", addresses.futureInbound(), problems);
            check("addresses.futureOutbound", addresses.futureOutbound(), problems);
        }
        return problems;
    }

    /** How far re-wrapping is, as events tell it; null when the report does not say. */
    static EnforcementEvent.@Nullable Rewrap rewrap(Report report) {
        var rewrap = report.rewrap();
        return rewrap == null ? null : new EnforcementEvent.Rewrap(rewrap.nodesDone(), rewrap.nodesTotal());
    }

    /** The addresses as events tell them, all in CIDR notation; null when the report does not say. */
    static EnforcementEvent.@Nullable Addresses addresses(Report report) {
        var addresses = report.addresses();
        return addresses == null
                ? null
                : new EnforcementEvent.Addresses(
                        blocks(addresses.inbound()),
                        blocks(addresses.outbound()),
                        blocks(addresses.futureInbound()),
                        blocks(addresses.futureOutbound()));
    }

    private static void check(String path, @Nullable List<String> list, Map<String, String> problems) {
        if (list != null) {
            IntStream.range(0, list.size())
                    .filter(i -> AddressBlock.parse(list.get(i)).isEmpty())
                    .forEach(i -> problems.put(
                            path + "." + i, "must be an IP address or a block in CIDR notation, as in 192.0.2.0/24"));
        }
    }

    private static List<String> blocks(@Nullable List<String> list) {
        return list == null
                ? List.of()
                : list.stream()
                        .flatMap(text -> AddressBlock.parse(text).stream())
                        .map(AddressBlock::toString)
                        .distinct()
                        .toList();
    }
}
