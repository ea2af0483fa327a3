package org.tuguan.core.tile.archive;

import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/**
 * What an archive says about itself.
 *
 * @param bounds in CRS:84
 * @param vectorLayers of vector tiles, a JSON array as in TileJSON
 */
public record ArchiveInfo(
    String name,
    String description,
    String attribution,
    Bounds bounds,
    int minZoom,
    int maxZoom,
    Format format,
    Optional<String> vectorLayers) {
  /** What the tiles are written in; vector tiles are packed with gzip. */
  public enum Format {
    MVT(1, "pbf"),
    PNG(2, "png"),
    JPEG(3, "jpg");

    private final int number;
    private final String word;

    Format(int number, String word) {
      this.number = number;
      this.word = word;
    }

    /** In PMTiles. */
    int number() {
      return number;
    }

    /** In MBTiles. */
    String word() {
      return word;
    }
  }

  public ArchiveInfo {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    Objects.requireNonNull(attribution);
    Objects.requireNonNull(format);
    Objects.requireNonNull(vectorLayers);
    if (!bounds.crs().equals(Crs.CRS84) || minZoom < 0 || minZoom > maxZoom || maxZoom > 26) {
      throw new IllegalArgumentException("%s, %d to %d".formatted(bounds, minZoom, maxZoom));
    }
  }

  double centerX() {
    return (bounds.minX() + bounds.maxX()) / 2;
  }

  double centerY() {
    return (bounds.minY() + bounds.maxY()) / 2;
  }
}
