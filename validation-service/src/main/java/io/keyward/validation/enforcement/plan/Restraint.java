package io.keyward.validation.enforcement.plan;

/**
 * How far enforcement may go in a project.
 *
 * @param mode what holds for the project, whoever set it
 * @param frozen whether operators froze enforcement everywhere
 */
public record Restraint(Mode mode, boolean frozen) {}
