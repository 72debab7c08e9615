package io.keyward.local.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one stack, held by one launcher at a time. The lock is the operating system's: it goes with the process, however that ends.
 */
public final class StackFolder implements AutoCloseable {
    private static final List<String> DATA =
            List.of("postgres", "kafka", "cloud.json", "credentials.json", "tls", "ca.pem", "services");

    private final Path path;
    private final FileChannel lockFile;
    private final Use use;

    /** What happens to what is in the folder. */
    public enum Use {
        /** Data is found again at the next start. */
        KEEP,
        /** The data of earlier starts is removed first. Logs are not. */
        EMPTY_FIRST,
        /** The whole folder is removed in the end. */
        DISCARD
    }

    private StackFolder(Path path, FileChannel lockFile, Use use) {
        this.path = path;
        this.lockFile = lockFile;
        this.use = use;
    }

    /** Takes the folder, or answers empty when another launcher holds it. */
    public static Optional<StackFolder> take(Path path, Use use) {
        PrivateFiles.folder(path);
        FileChannel lockFile = open(PrivateFiles.file(path.resolve("lock")));
        if (lock(lockFile) == null) {
            close(lockFile);
            return Optional.empty();
        }
        StackFolder folder = new StackFolder(path, lockFile, use);
        folder.prepare();
        return Optional.of(folder);
    }

    public Path postgres() {
        return PrivateFiles.folder(path.resolve("postgres"));
    }

    public Path kafka() {
        return PrivateFiles.folder(path.resolve("kafka"));
    }

    public Path cloudState() {
        return path.resolve("cloud.json");
    }

    /** The secrets of this stack, made at its first start. */
    public Credentials credentials() {
        return CredentialsFile.loadOrCreate(path.resolve("credentials.json"));
    }

    /** Where the private keys for TLS are. */
    public Path tls() {
        return PrivateFiles.folder(path.resolve("tls"));
    }

    /** The certificate of the authority that clients are to trust. */
    public Path caFile() {
        return path.resolve("ca.pem").toAbsolutePath();
    }

    /** Writes where the running stack is, for other programs. */
    public void publish(Addresses addresses) {
        PrivateFiles.write(addressFile(path), addresses.toJson());
    }

    static Path addressFile(Path folder) {
        return folder.resolve("local.json");
    }

    /** Current folder of the service of that name, with its configuration in it. */
    public Path workFolder(String service) {
        return PrivateFiles.folder(path.resolve("services").resolve(service));
    }

    public Path log(String program) {
        return PrivateFiles.file(PrivateFiles.folder(logs(path)).resolve(program + ".log"));
    }

    /** Where the programs of a stack in {@code folder} log, a file each. */
    public static Path logs(Path folder) {
        return folder.resolve("logs");
    }

    /** Gives the folder up; what only a running stack has is removed. */
    @Override
    public void close() {
        PrivateFiles.delete(addressFile(path));
        if (use == Use.DISCARD) {
            PrivateFiles.deleteTree(path);
        }
        close(lockFile);
    }

    private void prepare() {
        PrivateFiles.delete(addressFile(path));
        if (use == Use.EMPTY_FIRST) {
            DATA.forEach(name -> PrivateFiles.deleteTree(path.resolve(name)));
        }
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock the folder", e);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock", e);
        }
    }
}
