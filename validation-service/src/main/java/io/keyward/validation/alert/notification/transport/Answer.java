package io.keyward.validation.alert.notification.transport;

import java.util.Optional;

/**
 * What came back.
 *
 * @param body its beginning; whatever came behind that was not read
 * @param retryAfter the header of that name, as it was sent
 */
record Answer(int status, String body, Optional<String> retryAfter) {}
