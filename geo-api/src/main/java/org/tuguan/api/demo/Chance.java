package org.tuguan.api.demo;

import java.util.List;

/** A row of random numbers that belongs to one thing, and is the same each time. */
final class Chance {
  private final Noise noise;
  private final long owner;
  private long drawn;

  Chance(long seed, long owner) {
    this.noise = new Noise(seed);
    this.owner = owner;
  }

  /** From 0 up to, not including, 1. */
  double next() {
    return noise.hash(owner, drawn++);
  }

  double between(double low, double high) {
    return low + (high - low) * next();
  }

  /** From 0 up to, not including, {@code bound}. */
  int below(int bound) {
    return (int) (next() * bound);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
