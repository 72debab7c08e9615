package io.keyward.access;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Finds API keys. The owner of the keys implements it over its store; the other services ask the owner and remember for a while. */
public interface ApiKeyDirectory {

    /** The key as known now, possibly from memory; empty when there is none. Fails when it cannot be found out. */
    Uni<Optional<ApiKey>> find(String publicKey);

    /** The key as its owner knows it at this moment, past every memory. Asked once before a project is declared unknown. */
    Uni<Optional<ApiKey>> refresh(String publicKey);
}
