package io.keyward.simulator.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rows by name, in the order they were first stored. Every change is counted, so that an answer knows whether it must wait for the file. */
public final class Table<T> {

    private final Map<String, T> rows;
    private final Runnable changed;

    Table(Map<String, T> rows, Runnable changed) {
        this.rows = new LinkedHashMap<>(rows);
        this.changed = changed;
    }

    public Optional<T> find(String name) {
        return Optional.ofNullable(rows.get(name));
    }

    public List<T> all() {
        return List.copyOf(rows.values());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public boolean has(String name) {
        return rows.containsKey(name);
    }

    public void put(String name, T row) {
        rows.put(name, row);
        changed.run();
    }

    /** Replaces a row that exists. */
    public void change(String name, Function<T, T> change) {
        T row = rows.get(name);
        if (row == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        put(name, change.apply(row));
    }

    public void remove(String name) {
        if (rows.remove(name) != null) {
            changed.run();
        }
    }

    public void clear() {
        rows.clear();
        changed.run();
    }

    /** Names with their rows. */
    public Map<String, T> byName() {
        return Collections.unmodifiableMap(rows);
    }

    Map<String, T> copy() {
        return new LinkedHashMap<>(rows);
    }
}
