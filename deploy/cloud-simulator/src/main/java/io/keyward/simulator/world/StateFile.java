package io.keyward.simulator.world;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The file that keeps the world. It is replaced as a whole: written beside, forced to disk, and renamed, so that a reader finds the
 * old state or the new one, whatever is killed when.
 */
public final class StateFile {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new Parsed<>(Instant.class, Instant::parse))
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addDeserializer(Duration.class, new Parsed<>(Duration.class, Duration::parse)));

    private static final Set<StandardOpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** The file holds key material. */
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    public StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What was kept, or empty at the first start. Fails with IllegalStateException when the file is there but is not ours. */
    public Optional<Snapshot> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Snapshot snapshot = MAPPER.readValue(file.toFile(), Snapshot.class);
            if (snapshot.format() != Snapshot.FORMAT) {
                throw new IllegalStateException("state file " + file + " has format " + snapshot.format());
            }
            return Optional.of(snapshot);
        } catch (IOException e) {
            throw new IllegalStateException("state file " + file + " is not readable: " + e.getMessage(), e);
        }
    }

    /** Rows of a section as they were read, as what they are. */
    static <T> Map<String, T> rows(Map<String, Object> read, Class<T> type) {
        Map<String, T> rows = new LinkedHashMap<>();
        read.forEach((name, row) -> rows.put(name, MAPPER.convertValue(row, type)));
        return rows;
    }

    public void write(Snapshot snapshot) throws IOException {
        Path folder = file.resolveSibling(".");
        Files.createDirectories(folder);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(next, FRESH, OWNER_ONLY)) {
            ByteBuffer bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(snapshot));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Times travel as ISO-8601 strings. */
    private static final class Parsed<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Parsed(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parse.apply(parser.getText());
        }
    }
}
