package org.tuguan.api.demo;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.api.demo.Block.Use;

/** Where in a block its buildings stand: lots in rows along the streets, a house on each. */
final class Plots {
  /** Half of a street, and of a main road, in metres. */
  private static final double STREET = 6;

  private static final double MAIN_ROAD = 14;

  /** Beyond this a lot is a field, and people live in a hamlet at the road. */
  private static final double WIDEST_LOT = 75;

  private Plots() {}

  /** A footprint in the plan; {@code notch} is the part of it that is cut off at a corner, or 0. */
  record Plot(double u0, double v0, double u1, double v1, double notch) {}

  /**
   * @param count how many buildings; exactly so many come back unless the block is too narrow for
   *     any
   */
  static List<Plot> of(Block block, int count, Chance chance) {
    double u0 = block.u0() + kerb(block.u0());
    double v0 = block.v0() + kerb(block.v0());
    double u1 = block.u1() - kerb(block.u1());
    double v1 = block.v1() - kerb(block.v1());
    if (count == 0 || u1 - u0 < 4 || v1 - v0 < 4) {
      return List.of();
    }
    double side = Math.sqrt((u1 - u0) * (v1 - v0) / count);
    if (side > WIDEST_LOT && block.use() == Use.HOMES) {
      double shrink = 42 / side;
      double width = (u1 - u0) * shrink;
      double height = (v1 - v0) * shrink;
      u0 = chance.next() < 0.5 ? u0 : u1 - width;
      v0 = v0 + chance.next() * (v1 - v0 - height);
      u1 = u0 + width;
      v1 = v0 + height;
    }
    return rows(u0, v0, u1 - u0, v1 - v0, new Choice(count, block.use(), chance));
  }

  private static double kerb(double edge) {
    double away = Math.abs(edge / StreetPlan.MAIN - Math.rint(edge / StreetPlan.MAIN));
    return away < 1e-6 ? MAIN_ROAD : STREET;
  }

  private record Choice(int count, Use use, Chance chance) {}

  private static List<Plot> rows(double u, double v, double width, double height, Choice choice) {
    int columns = Math.max(1, (int) Math.round(Math.sqrt(choice.count() * width / height * 1.25)));
    int rows = (choice.count() + columns - 1) / columns;
    if (rows > 1 && rows % 2 == 1 && height / (rows + 1) > 14) {
      rows++;
    }
    int lots = columns * rows;
    int wanted = choice.count();
    List<Plot> plots = new ArrayList<>(wanted);
    for (int lot = 0; lot < lots; lot++) {
      if (choice.chance().next() * (lots - lot) < wanted) {
        wanted--;
        double lotWidth = width / columns;
        double lotHeight = height / rows;
        int row = lot / columns;
        double left = u + lot % columns * lotWidth;
        plots.add(house(left, v + row * lotHeight, lotWidth, lotHeight, row % 2 == 0, choice));
      }
    }
    return plots;
  }

  /** Even rows face the street before them, odd rows the one behind. */
  private static Plot house(
      double u, double v, double width, double height, boolean before, Choice choice) {
    Chance chance = choice.chance();
    double most = choice.use() == Use.HOMES ? 17 + 21 * chance.next() : 34 + 40 * chance.next();
    double wide = Math.min(most, width * chance.between(0.74, 0.95));
    double deep = Math.min(most * chance.between(0.6, 1), height * chance.between(0.58, 0.86));
    double left = u + (width - wide) * chance.between(0.3, 0.7);
    double yard = Math.min(height - deep, chance.between(0.5, 3));
    double low = before ? v + yard : v + height - deep - yard;
    boolean angled = chance.next() < 0.22 && Math.min(wide, deep) > 11;
    return new Plot(left, low, left + wide, low + deep, angled ? 0.42 : 0);
  }
}
