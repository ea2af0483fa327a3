package org.tuguan.api.demo;

import java.io.IOException;

/** Takes the rows of a layer, one after the other. */
interface RowSink {
  /**
   * @param geometry see {@link Ewkb}
   * @param values of the layer's attributes in order: String, Integer or null
   */
  void row(byte[] geometry, Object... values) throws IOException;
}
