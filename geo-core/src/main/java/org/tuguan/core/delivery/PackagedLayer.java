package org.tuguan.core.delivery;

import java.util.List;
import java.util.Objects;
import org.tuguan.core.LocalText;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.feature.FeatureSource;

/**
 * A layer of a package.
 *
 * @param source what is delivered of it: cut to the licensed area already
 * @param formats each is written
 * @param crs system of the coordinates that are written
 * @param agency name of the agency responsible
 */
public record PackagedLayer(
    Layer layer, LocalText agency, FeatureSource source, List<FileFormat> formats, Crs crs) {
  public PackagedLayer {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(source);
    formats = List.copyOf(formats);
    Objects.requireNonNull(crs);
  }
}
