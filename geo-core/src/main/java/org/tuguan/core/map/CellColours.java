package org.tuguan.core.map;

/** Gives the cells of a raster their colours. Belongs to one thread. */
interface CellColours {
  /**
   * @param values one for each band; never the value for missing data
   * @return ARGB
   */
  int argb(double[] values);

  /** True if values between those of neighbouring cells make sense. */
  boolean continuous();
}
