package io.keyward.local.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Another launcher runs a stack in the folder. */
public final class FolderInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    public FolderInUseException(Path folder) {
        super("a stack is running in " + folder + " already");
        this.folder = folder;
    }

    /** Where that stack is; empty while it is still starting. */
    public Optional<Addresses> running() {
        Path file = StackFolder.addressFile(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(Addresses.parse(PrivateFiles.read(file)));
    }
}
