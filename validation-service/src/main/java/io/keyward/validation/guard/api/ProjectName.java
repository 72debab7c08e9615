package io.keyward.validation.guard.api;

/** Whose a project is, and what people call it. */
record ProjectName(String orgId, String name) {}
