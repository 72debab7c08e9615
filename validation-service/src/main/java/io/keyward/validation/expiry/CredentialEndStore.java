package io.keyward.validation.expiry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads when secrets end, in the caller's transaction. */
@ApplicationScoped
public class CredentialEndStore {
    private static final String OF_PROJECT = """
            select credential_id, cast(extract(epoch from ends_at) * 1000 as bigint) from credential_end
            where group_id = :groupId and ends_at is not null""";

    /** The ends of a project's secrets that are known, by the secret's id. */
    public Uni<Map<String, Instant>> ofProject(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_PROJECT, Object[].class)
                        .setParameter("groupId", groupId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (String) row[0], row -> Instant.ofEpochMilli(((Number) row[1]).longValue()))));
    }
}
