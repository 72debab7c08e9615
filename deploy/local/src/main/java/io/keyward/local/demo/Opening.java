package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** How a tenant's key becomes a project's key. */
final class Opening {
    private final Scene scene;
    private String roleId = "";

    Opening(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        scene.call("The tenant creates a project", this::createProject);
        scene.call("… and a role for Keyward, to be trusted by its external id", this::createRole);
        scene.call("… and names the role's ARN; Keyward proves it by assuming it", this::authorizeRole);
        scene.call("The tenant's key becomes the project's, with private networking required", this::useKey);
    }

    private String createProject() {
        return "project " + scene.tenant().createProject("Orders");
    }

    private String createRole() {
        JsonNode role = scene.tenant().createRole();
        roleId = role.path("roleId").asText();
        return "role " + roleId + ", external id "
                + role.path("atlasAssumedRoleExternalId").asText();
    }

    private String authorizeRole() {
        scene.tenant().authorizeRole(roleId);
        return "";
    }

    private String useKey() {
        String keyArn = scene.cloud().keyArn();
        JsonNode answered = scene.tenant().useKey(keyArn, roleId);
        Scene.require(answered.path("valid").asBoolean(), "the key was accepted, but is not valid: " + answered);
        Scene.require(
                answered.path("requirePrivateNetworking").asBoolean(), "private networking is not on: " + answered);
        return "key " + keyArn + ", valid: true, requirePrivateNetworking: true";
    }
}
