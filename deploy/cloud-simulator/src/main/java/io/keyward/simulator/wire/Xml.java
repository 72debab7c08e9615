package io.keyward.simulator.wire;

/** As much of an XML writer as the query protocol needs. */
final class Xml {

    private final StringBuilder out = new StringBuilder();

    Xml open(String name, String namespace) {
        out.append('<')
                .append(name)
                .append(" xmlns=\"")
                .append(escape(namespace))
                .append("\">");
        return this;
    }

    Xml open(String name) {
        out.append('<').append(name).append('>');
        return this;
    }

    Xml close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    Xml leaf(String name, String text) {
        open(name);
        out.append(escape(text));
        return close(name);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
