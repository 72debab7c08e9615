package io.keyward.atlas.version;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Versions of the resource's methods that were served once, or by others, and are not any more: asking for one is answered 410
 * {@code VERSION_GONE} instead of by an older one or 406. Values are those of {@link io.keyward.atlas.MediaTypes}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface VersionsGone {
    String[] value();
}
