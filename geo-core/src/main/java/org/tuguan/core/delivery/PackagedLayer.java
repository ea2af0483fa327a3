package org.tuguan.core.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.LocalText;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.map.GeoTiff;

/**
 * A layer of a package.
 *
 * @param agency name of the agency responsible
 * @param crs system of the coordinates that are written
 */
public record PackagedLayer(Layer layer, LocalText agency, Content content, Crs crs) {
  /** What is delivered of a layer. */
  public sealed interface Content {
    /** Names of the formats that it is written in. */
    List<LocalText> formatTitles();
  }

  /**
   * @param source cut to the licensed area already
   * @param formats each is written
   */
  public record Features(FeatureSource source, List<FileFormat> formats) implements Content {
    public Features {
      Objects.requireNonNull(source);
      formats = List.copyOf(formats);
    }

    @Override
    public List<LocalText> formatTitles() {
      return formats.stream().map(FileFormat::title).toList();
    }
  }

  /**
   * A grid, which is delivered as it lies, in its own system.
   *
   * @param area polygons in the system of the grid; empty for all of it
   */
  public record Grid(GeoTiff cells, Optional<Geometry> area) implements Content {
    public Grid {
      Objects.requireNonNull(cells);
      Objects.requireNonNull(area);
    }

    @Override
    public List<LocalText> formatTitles() {
      return List.of(LocalText.same("GeoTIFF"));
    }
  }

  public PackagedLayer {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(content);
    Objects.requireNonNull(crs);
  }
}
