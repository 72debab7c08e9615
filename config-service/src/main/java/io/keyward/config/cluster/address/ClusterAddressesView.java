package io.keyward.config.cluster.address;

import io.keyward.config.cluster.store.ClusterSummaryStore.ClusterSummary;
import io.keyward.contracts.EnforcementEvent.Addresses;
import java.util.List;

/** The addresses of a project, by what they belong to. */
record ClusterAddressesView(String groupId, Services services) {

    static ClusterAddressesView of(String groupId, List<ClusterSummary> clusters) {
        return new ClusterAddressesView(
                groupId, new Services(clusters.stream().map(OfCluster::of).toList()));
    }

    /** Clusters are all there is. */
    record Services(List<OfCluster> clusters) {}

    /** Of one cluster, as CIDR blocks; all empty until its driver said something. */
    record OfCluster(
            String clusterName,
            List<String> futureInbound,
            List<String> futureOutbound,
            List<String> inbound,
            List<String> outbound) {
        private static final Addresses UNSAID = new Addresses(List.of(), List.of(), List.of(), List.of());

        static OfCluster of(ClusterSummary cluster) {
            Addresses said = cluster.seen() == null ? null : cluster.seen().addresses();
            Addresses addresses = said == null ? UNSAID : said;
            return new OfCluster(
                    cluster.name(),
                    addresses.futureInbound(),
                    addresses.futureOutbound(),
                    addresses.inbound(),
                    addresses.outbound());
        }
    }
}
