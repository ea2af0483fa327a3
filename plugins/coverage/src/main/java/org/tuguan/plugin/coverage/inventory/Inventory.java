package org.tuguan.plugin.coverage.inventory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The stations that a figure counts, in the order of their ids, and a version that says which they
 * were.
 *
 * @param on the day for which they were chosen
 */
public record Inventory(LocalDate on, List<AccessPoint> points) {
  private static final int VERSION_LENGTH = 12;

  public Inventory {
    points = points.stream().sorted(Comparator.comparing(AccessPoint::id)).toList();
  }

  /** Those of some stations that a selection counts. */
  public static Inventory of(Selection selection, List<AccessPoint> all) {
    return new Inventory(selection.on(), all.stream().filter(selection::counts).toList());
  }

  /** Twelve hexadecimal digits that change when any station, or anything of one, changes. */
  public String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (AccessPoint point : points) {
        digest.update(point.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
