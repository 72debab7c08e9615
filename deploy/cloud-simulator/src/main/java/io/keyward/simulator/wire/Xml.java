package io.keyward.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

    /** A result's fields as elements; what a list is made of is called {@code member} here and {@code item} there. */
    Xml fields(ObjectNode result, String memberName) {
        result.properties().forEach(field -> element(field.getKey(), field.getValue(), memberName));
        return this;
    }

    private void element(String name, JsonNode value, String memberName) {
        if (value instanceof ObjectNode object) {
            open(name).fields(object, memberName).close(name);
        } else if (value.isArray()) {
            open(name);
            value.forEach(member -> element(memberName, member, memberName));
            close(name);
        } else {
            leaf(name, value.asText());
        }
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
