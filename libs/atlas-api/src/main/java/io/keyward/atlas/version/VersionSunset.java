package io.keyward.atlas.version;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Until when one of the versions that a resource method serves is promised. Whoever uses it is told in {@code Sunset}, beside the
 * {@code Deprecation} that every version carries from the day on which a newer one came.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface VersionSunset {

    /** One of those that the method produces, as in {@link io.keyward.atlas.MediaTypes}. */
    String version();

    /** The day, as in {@code 2027-07-01}. */
    String date();
}
