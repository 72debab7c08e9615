package io.keyward.simulator.google.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Written as its key is, followed by {@code /cryptoKeyVersions/1}. */
public record VersionName(KeyName key, int number) {

    private static final Pattern FORM = Pattern.compile("(.+)/cryptoKeyVersions/([1-9][0-9]{0,8})");

    @JsonCreator
    public static VersionName parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the name of a version of a key: " + name);
        }
        return new VersionName(KeyName.parse(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    @JsonValue
    public String toString() {
        return key + "/cryptoKeyVersions/" + number;
    }
}
