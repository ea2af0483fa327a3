package org.tuguan.api.demo;

/**
 * Made-up ground: a coastal plain, a low ridge, a basin, and mountains that rise to the east.
 * Immutable.
 */
final class Terrain {
  private final Noise noise = new Noise(0x7E88A1);

  /** Metres above the sea at a point of EPSG:3826. */
  double elevation(double x, double y) {
    double plain = 2 + Math.max(0, x - 196_000) * 0.0045;
    return plain + ridge(x, y) + mountains(x, y);
  }

  private double ridge(double x, double y) {
    double away = (x - 207_500 - 0.12 * (y - 2_675_000)) / 2_300;
    double along = (y - 2_676_000) / 11_000;
    double swell = 0.75 + 0.5 * noise.rough(x / 1_500, y / 1_500, 4);
    return 230 * swell * StrictMath.exp(-away * away - along * along * along * along);
  }

  private double mountains(double x, double y) {
    double foot = 227_000 + 3_500 * (noise.at(y / 6_000, 3.5) - 0.5);
    double rise = Math.max(0, (x - foot) / 62_000);
    double relief = noise.rough(x / 7_000, y / 7_000, 6);
    double crest = 1 - Math.abs(2 * noise.rough(x / 11_000 + 40, y / 11_000, 5) - 1);
    double height = 3_000 * StrictMath.pow(rise, 0.85) * (0.45 + 0.4 * relief + 0.5 * crest);
    return height * Math.min(1, rise * 14);
  }
}
