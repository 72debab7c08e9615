package io.keyward.e2e.access;

/** @param path with its parameters in braces, as our API document writes it */
record Operation(String method, String path, Needs needs) {

    /** What the document calls it, too. */
    String name() {
        return method + " " + path;
    }

    @Override
    public String toString() {
        return name();
    }
}
