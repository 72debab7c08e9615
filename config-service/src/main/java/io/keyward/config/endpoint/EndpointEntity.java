package io.keyward.config.endpoint;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "endpoint_seen")
class EndpointEntity extends PanacheEntityBase {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    String provider;
    String region;
    String status;
    Instant since;
    long revision;
}
