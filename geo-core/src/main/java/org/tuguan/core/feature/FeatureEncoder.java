package org.tuguan.core.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.tuguan.core.Extension;
import org.tuguan.core.crs.Crs;

/** Writes features in one media type, as they come, keeping none. */
public interface FeatureEncoder extends Extension {
  String mediaType();

  /** Of a downloaded file, without the dot. */
  String fileExtension();

  /**
   * Writes a whole document.
   *
   * @param features of this type, in its system; closed by the caller
   * @param crs system of the coordinates that are written
   */
  void write(FeatureType type, Stream<Feature> features, Crs crs, OutputStream out)
      throws IOException;
}
