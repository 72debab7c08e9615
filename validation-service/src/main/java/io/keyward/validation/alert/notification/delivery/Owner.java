package io.keyward.validation.alert.notification.delivery;

/** Somebody to be told. */
public record Owner(String id, String email) {}
