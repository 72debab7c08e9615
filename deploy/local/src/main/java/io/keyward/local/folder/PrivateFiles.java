package io.keyward.local.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files and folders that only their owner may read, from their first moment on. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    public static Path folder(Path path) {
        try {
            return Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder " + path, e);
        }
    }

    /** Makes an empty file when there is none, for others to write to. */
    public static Path file(Path path) {
        try {
            return Files.exists(path) ? path : Files.createFile(path, PosixFilePermissions.asFileAttribute(FILE));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + path, e);
        }
    }

    /** Replaces the file as a whole: a reader sees the old content or the new one. */
    public static void write(Path file, String content) {
        try {
            Path draft =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
            Files.writeString(draft, content, StandardCharsets.UTF_8);
            adopt(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Copies a file, and what it may be read by. */
    public static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from, e);
        }
    }

    /** Puts {@code draft}, which another program has written, in the place of {@code file}, as a whole. */
    public static void adopt(Path draft, Path file) {
        try {
            Files.setPosixFilePermissions(draft, FILE);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    /** Copies the files of one folder into another, which is made when absent. */
    public static void copyFiles(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            folder(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from + " to " + to, e);
        }
    }

    /** Removes {@code folder} with all that is in it; links are removed, not followed. Does nothing when it is absent. */
    public static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Remover());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
