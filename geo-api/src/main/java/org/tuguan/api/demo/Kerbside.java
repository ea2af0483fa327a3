package org.tuguan.api.demo;

import java.util.Arrays;
import java.util.List;
import org.tuguan.api.demo.Block.Use;

/** Picks points beside streets, more of them where more people live; always inside the city. */
final class Kerbside {
  private static final double FROM_STREET = 9;

  private final City city;
  private final BentGrid grid;
  private final List<Block> blocks;
  private final double[] until;

  /**
   * @param power 1 spreads points as people are spread, more crowds them into dense quarters
   */
  Kerbside(City city, BentGrid grid, List<Block> blocks, double power) {
    this.city = city;
    this.grid = grid;
    this.blocks = blocks.stream().filter(block -> block.use() != Use.PARK).toList();
    this.until = new double[this.blocks.size()];
    double sum = 0;
    for (int i = 0; i < until.length; i++) {
      Block block = this.blocks.get(i);
      sum += block.people() * StrictMath.pow(block.density() / 10_000, power - 1);
      until[i] = sum;
    }
  }

  /** EPSG:3826. */
  double[] pick(Chance chance) {
    while (true) {
      int found = Arrays.binarySearch(until, chance.next() * until[until.length - 1]);
      Block block = blocks.get(Math.min(until.length - 1, found < 0 ? -found - 1 : found));
      double along = chance.next();
      boolean north = chance.next() < 0.5;
      boolean far = chance.next() < 0.5;
      double u = place(block.u0(), block.u1(), north, along, far);
      double v = place(block.v0(), block.v1(), !north, along, far);
      double x = grid.x(u, v);
      double y = grid.y(u, v);
      if (city.outline().contains(x, y)) {
        return new double[] {x, y};
      }
    }
  }

  private static double place(double low, double high, boolean side, double along, boolean far) {
    if (side) {
      return far ? high - FROM_STREET : low + FROM_STREET;
    }
    return low + FROM_STREET + along * (high - low - 2 * FROM_STREET);
  }
}
