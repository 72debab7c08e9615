package io.keyward.e2e.npm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server of the Model Context Protocol on the standard streams of a process: JSON-RPC, a message a line. One call at a time. */
final class McpServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROTOCOL = "2025-06-18";
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader in;
    private final Writer out;
    private int lastId;

    private McpServer(Process process) {
        this.process = process;
        in = process.inputReader();
        out = process.outputWriter();
        // Ends the wait for a line that never comes.
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    /** Starts the program and shakes hands with it. */
    static McpServer start(ProcessBuilder program) throws IOException {
        McpServer server = new McpServer(program.start());
        ObjectNode who = JSON.createObjectNode().put("protocolVersion", PROTOCOL);
        who.putObject("capabilities");
        who.putObject("clientInfo").put("name", "keyward-e2e").put("version", "1");
        server.request("initialize", who);
        server.send(message("notifications/initialized", JSON.createObjectNode()));
        return server;
    }

    /** Calls a tool and answers its text; fails with that text when the tool says that it failed. */
    String call(String tool, Map<String, ?> arguments) throws IOException {
        ObjectNode parameters = JSON.createObjectNode().put("name", tool);
        parameters.set("arguments", JSON.valueToTree(arguments));
        JsonNode result = request("tools/call", parameters);
        StringBuilder text = new StringBuilder();
        result.path("content").forEach(part -> text.append(part.path("text").asText()));
        if (result.path("isError").asBoolean()) {
            throw new AssertionError(tool + " failed: " + text);
        }
        return text.toString();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private JsonNode request(String method, ObjectNode parameters) throws IOException {
        lastId++;
        send(message(method, parameters).put("id", lastId));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode message = JSON.readTree(line);
            if (message.path("id").asInt() == lastId) {
                if (message.has("error")) {
                    throw new AssertionError(method + " was answered with " + message);
                }
                return message.path("result");
            }
        }
        throw new AssertionError("the server ended without an answer to " + method);
    }

    private void send(ObjectNode message) throws IOException {
        out.write(message + "\n");
        out.flush();
    }

    private static ObjectNode message(String method, ObjectNode parameters) {
        ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method);
        message.set("params", parameters);
        return message;
    }
}
