package io.keyward.local.service.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    private static final Instant BUILT = Instant.parse("2027-01-31T12:00:00Z");

    @TempDir
    private Path root;

    private Path cache;

    @BeforeEach
    void somethingIsBuilt() throws IOException {
        archive(root.resolve("some-service/target/service/some-service.jar"));
        archive(root.resolve("deploy/local/target/local-1-lifeline.jar"));
        cache = root.resolve("some-service/target/service/service.aot");
    }

    @Test
    void startsTheMainClassOfTheManifestBehindTheLifeline() {
        assertThat(command())
                .contains("-Dkeyward.program=io.example.Main", "--add-opens=java.base/java.nio=ALL-UNNAMED")
                .endsWith("io.keyward.local.lifeline.Lifeline")
                .noneMatch(argument -> argument.contains("AOTCache"));
    }

    @Test
    void startsFromTheCacheThatWasMadeOfThisBuild() throws IOException {
        cacheMade(BUILT.plusSeconds(1));
        assertThat(command()).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void doesNotStartFromTheCacheOfAnEarlierBuild() throws IOException {
        cacheMade(BUILT.minusSeconds(1));
        assertThat(command()).noneMatch(argument -> argument.contains("AOTCache"));
    }

    @Test
    void saysWhatIsNotBuilt() {
        assertThatThrownBy(() -> Program.of(root, "other-service"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("other-service is not built");
    }

    private Iterable<String> command() {
        return Program.of(root, "some-service").command(Machine.FRUGAL);
    }

    private void cacheMade(Instant when) throws IOException {
        Files.writeString(cache, "classes");
        Files.setLastModifiedTime(cache, FileTime.from(when));
    }

    private static void archive(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "io.example.Main");
        manifest.getMainAttributes().putValue("Add-Opens", "java.base/java.lang java.base/java.nio");
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
        Files.setLastModifiedTime(file, FileTime.from(BUILT));
    }
}
