package io.keyward.secrets;

import io.keyward.secrets.ResealStore.Row;
import io.keyward.secrets.SealedColumn.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Seals again with the present key what former ones sealed, and says what is still under which. Every replica does it, by itself and again and again: during a
 * rolling restart others still seal with the former key.
 */
public final class Resealing {
    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int AT_A_TIME = 50;
    private static final Pattern IN_JSON = Pattern.compile("(\"sealed\"\\s*:\\s*\")([A-Za-z0-9+/=]+)(\")");

    private final ResealStore store;
    private final Sealer sealer;
    private final List<SealedColumn> columns;
    private final MultiGauge gauge;

    public Resealing(DataSource dataSource, Sealer sealer, List<SealedColumns> places, MeterRegistry registry) {
        this.store = new ResealStore(dataSource);
        this.sealer = sealer;
        this.columns =
                places.stream().flatMap(place -> place.sealedColumns().stream()).toList();
        this.gauge = MultiGauge.builder("keyward.secrets.sealed")
                .description("Secrets in the database by the key that sealed them")
                .register(registry);
    }

    /** One round over everything. */
    public void run() {
        List<MultiGauge.Row<?>> told = new ArrayList<>();
        for (SealedColumn column : columns) {
            int done = reseal(column);
            Map<SealedBy, Long> counts = store.counts(column);
            counts.putIfAbsent(sealer.current(), 0L);
            counts.forEach((key, count) -> told.add(MultiGauge.Row.of(tags(column, key), count)));
            if (done > 0) {
                LOG.infof("%s: %d rows were sealed again; by key: %s", column.place(), done, counts);
            }
        }
        gauge.register(told, true);
    }

    private int reseal(SealedColumn column) {
        int done = 0;
        String last = "";
        for (List<Row> rows = store.notBy(sealer.current(), column, last, AT_A_TIME);
                !rows.isEmpty();
                rows = store.notBy(sealer.current(), column, last, AT_A_TIME)) {
            done += (int) rows.stream().filter(row -> reseal(column, row)).count();
            last = rows.getLast().key();
        }
        return done;
    }

    private boolean reseal(SealedColumn column, Row row) {
        try {
            String owner = column.associated().apply(Objects.requireNonNullElse(row.owner(), ""));
            return store.replace(column, row, again(column.kind(), row.value(), owner));
        } catch (UnsealableException e) {
            LOG.warnf(
                    "%s of %s was sealed by a key that keyward.secrets.keyset does not hold: put that key back",
                    column.place(), row.key());
            return false;
        }
    }

    private Object again(Kind kind, Object value, String owner) {
        return switch (kind) {
            case BYTES -> again((byte[]) value, owner);
            case JSON ->
                IN_JSON.matcher((String) value)
                        .replaceAll(found -> found.group(1)
                                + Base64.getEncoder()
                                        .encodeToString(
                                                again(Base64.getDecoder().decode(found.group(2)), owner))
                                + found.group(3));
        };
    }

    private byte[] again(byte[] sealed, String owner) {
        return sealer.seal(sealer.open(sealed, owner), owner);
    }

    private Tags tags(SealedColumn column, SealedBy key) {
        return Tags.of(
                "place", column.place(),
                "key", Long.toString(key.keyId()),
                "primary", Boolean.toString(key.equals(sealer.current())));
    }
}
