package io.keyward.config.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tags as they are stored. */
@ApplicationScoped
class ProjectJson {
    private static final TypeReference<List<Project.Tag>> TAGS = new TypeReference<>() {};

    private final ObjectMapper json;

    ProjectJson(ObjectMapper json) {
        this.json = json;
    }

    String write(List<Project.Tag> tags) {
        try {
            return json.writeValueAsString(tags);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("tags cannot be written", e);
        }
    }

    List<Project.Tag> read(String tags) {
        try {
            return json.readValue(tags, TAGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored tags cannot be read", e);
        }
    }

    Project project(ProjectEntity row) {
        return new Project(row.id, row.orgId, row.name, row.state, read(row.tags), row.defaultAlerts, row.createdAt);
    }
}
