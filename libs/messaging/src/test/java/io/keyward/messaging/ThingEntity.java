package io.keyward.messaging;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An aggregate as a service would have it: it says its changes as events of a key use that is retired. */
@Entity
@Table(name = "thing")
class ThingEntity {
    @Id
    String id;

    @Version
    int version;

    long revision;
    String name;
}
