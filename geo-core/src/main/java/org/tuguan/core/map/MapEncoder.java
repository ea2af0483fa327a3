package org.tuguan.core.map;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import org.tuguan.core.Extension;

/** Writes a drawn map in one media type. */
public interface MapEncoder extends Extension {
  /** As it is asked for and answered, for example {@code image/png; mode=8bit}. */
  String mediaType();

  /** False if transparent parts cannot be kept; such maps are drawn on their background. */
  boolean transparency();

  /**
   * @param image TYPE_INT_ARGB, or TYPE_INT_RGB if the map is opaque
   */
  void write(BufferedImage image, OutputStream out) throws IOException;
}
