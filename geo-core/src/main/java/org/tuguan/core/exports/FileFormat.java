package org.tuguan.core.exports;

import java.io.IOException;
import java.util.stream.Stream;
import org.tuguan.core.Extension;
import org.tuguan.core.LocalText;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/** A format in which a layer is handed over as one or more files. */
public interface FileFormat extends Extension {
  LocalText title();

  /** Of its file; {@code application/zip} if there are several files, which travel in a ZIP. */
  String mediaType();

  /**
   * Writes a whole layer.
   *
   * @param features of this type, in its system; each is read once; closed by the caller
   * @throws IOException if a file cannot be written; what was begun may be left in the folder
   */
  Export write(FeatureType type, Stream<Feature> features, ExportTarget target) throws IOException;
}
