package org.tuguan.core.map;

/**
 * Where patterns and tiles of a fill begin: fixed to the ground, so that the pictures of
 * neighbouring areas fit.
 *
 * @param x of the map system's origin in pixels of the picture
 */
record PatternOrigin(double x, double y) {
  static PatternOrigin of(MapRequest request) {
    return new PatternOrigin(
        -request.bounds().minX() / request.resolutionX(),
        request.bounds().maxY() / request.resolutionY());
  }

  /** The first place at or left of 0 where a tile of this width begins. */
  double tileX(double width) {
    return Math.round(x % width) - width;
  }

  double tileY(double height) {
    return Math.round(y % height) - height;
  }
}
