package org.tuguan.core.plugin;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of the library that a plugin runs with, written {@code [0.1,0.2)}.
 *
 * @param from the first
 * @param below the first that is not meant any more
 */
public record VersionRange(CoreVersion from, CoreVersion below) {
  private static final Pattern FORM = Pattern.compile("\\[\\s*([\\d.]+)\\s*,\\s*([\\d.]+)\\s*\\)");

  public VersionRange {
    Objects.requireNonNull(from);
    if (from.compareTo(below) >= 0) {
      throw new IllegalArgumentException("a range from %s to below %s".formatted(from, below));
    }
  }

  public static VersionRange parse(String text) {
    Matcher ends = FORM.matcher(text.strip());
    if (!ends.matches()) {
      throw new IllegalArgumentException("'%s' is no range such as [0.1,0.2)".formatted(text));
    }
    return new VersionRange(CoreVersion.parse(ends.group(1)), CoreVersion.parse(ends.group(2)));
  }

  public boolean contains(CoreVersion version) {
    return from.compareTo(version) <= 0 && version.compareTo(below) < 0;
  }

  @Override
  public String toString() {
    return "[%s,%s)".formatted(from, below);
  }
}
