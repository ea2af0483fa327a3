package org.tuguan.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is in a package. Names no recipient: the licence's number leads those to them who may know.
 *
 * @param licence its number
 * @param sha256 of the whole ZIP, lower case; empty inside the ZIP itself
 * @param bytes of the whole ZIP; 0 inside the ZIP itself
 */
public record Manifest(
    String licence,
    Instant made,
    String sha256,
    long bytes,
    List<PackagedData> layers,
    List<PackagedFile> files) {
  public Manifest {
    Objects.requireNonNull(licence);
    Objects.requireNonNull(made);
    layers = List.copyOf(layers);
    files = List.copyOf(files);
  }

  /**
   * What was written of a layer.
   *
   * @param dataVersion when data or description last changed before they were read
   * @param notes what the format could not hold, Chinese and English
   */
  public record PackagedData(
      String layer,
      String format,
      String crs,
      long features,
      Instant dataVersion,
      List<String> notes) {
    public PackagedData {
      notes = List.copyOf(notes);
    }
  }

  /**
   * A file in the package.
   *
   * @param path inside the ZIP
   * @param sha256 lower case
   */
  public record PackagedFile(String path, long bytes, String sha256) {}
}
