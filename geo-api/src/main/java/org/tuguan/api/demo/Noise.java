package org.tuguan.api.demo;

/**
 * Smooth randomness over the plane, the same on every machine: values at whole coordinates are
 * hashed, and blended between. Immutable.
 */
final class Noise {
  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /** Between 0 and 1, from two numbers that count something. */
  double hash(long a, long b) {
    long h = seed ^ (a * 0x9E3779B97F4A7C15L) ^ Long.rotateLeft(b * 0xC2B2AE3D27D4EB4FL, 31);
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return ((h ^ (h >>> 31)) >>> 11) * 0x1.0p-53;
  }

  /** Between 0 and 1; one swell has the size 1. */
  double at(double x, double y) {
    long i = (long) Math.floor(x);
    long j = (long) Math.floor(y);
    double s = smooth(x - i);
    double t = smooth(y - j);
    double low = hash(i, j) * (1 - s) + hash(i + 1, j) * s;
    double high = hash(i, j + 1) * (1 - s) + hash(i + 1, j + 1) * s;
    return low * (1 - t) + high * t;
  }

  /** Swells upon swells, each half the size and weight of the one before; between 0 and 1. */
  double rough(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double total = 0;
    double scale = 1;
    for (int octave = 0; octave < octaves; octave++) {
      sum += weight * at(x * scale + 17.3 * octave, y * scale - 9.1 * octave);
      total += weight;
      weight /= 2;
      scale *= 2;
    }
    return sum / total;
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }
}
