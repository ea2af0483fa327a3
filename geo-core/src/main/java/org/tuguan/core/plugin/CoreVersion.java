package org.tuguan.core.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the library or of a plugin: three numbers, compared one after the other. */
public record CoreVersion(int major, int minor, int patch) implements Comparable<CoreVersion> {
  /** Of this library. */
  public static final CoreVersion CURRENT = new CoreVersion(0, 1, 0);

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?");

  public CoreVersion {
    if (major < 0 || minor < 0 || patch < 0) {
      throw new IllegalArgumentException("a version below zero");
    }
  }

  /**
   * @param text {@code 1.2.3} or {@code 1.2}
   */
  public static CoreVersion parse(String text) {
    Matcher numbers = FORM.matcher(text);
    if (!numbers.matches()) {
      throw new IllegalArgumentException("'%s' is no version such as 1.2.3".formatted(text));
    }
    return new CoreVersion(
        Integer.parseInt(numbers.group(1)),
        Integer.parseInt(numbers.group(2)),
        numbers.group(3) == null ? 0 : Integer.parseInt(numbers.group(3)));
  }

  @Override
  public int compareTo(CoreVersion other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    return minor != other.minor
        ? Integer.compare(minor, other.minor)
        : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
