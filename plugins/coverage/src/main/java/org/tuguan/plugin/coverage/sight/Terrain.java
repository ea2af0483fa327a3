package org.tuguan.plugin.coverage.sight;

/** Heights of the ground around a station. Safe for any thread. */
public interface Terrain {
  /** All at one height. */
  Terrain FLAT =
      new Terrain() {
        @Override
        public double height(double x, double y) {
          return 0;
        }

        @Override
        public double step() {
          return Double.POSITIVE_INFINITY;
        }
      };

  /**
   * Metres above sea at a place in EPSG:3826; NaN where it is not known.
   *
   * @param x easting
   */
  double height(double x, double y);

  /** Metres between two places at which heights are known; the ground is straight between them. */
  double step();
}
