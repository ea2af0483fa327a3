package org.tuguan.api.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.api.demo.Block.Use;

/**
 * Streets, and the blocks between them. Main roads run along the lines of the bent grid; inside,
 * the block with the most people is split by another street, again and again, until there are
 * enough.
 */
final class StreetPlan {
  /** Distance of main roads, in metres. */
  static final double MAIN = 900;

  private static final double NARROWEST = 42;
  private static final double TOWN = 1_000;
  private static final double COUNTRY = 160;

  private final BentGrid grid;
  private final DensityGrid people;
  private final Boundary outline;
  private final Noise noise = new Noise(0xB10C);
  private final PriorityQueue<Block> open =
      new PriorityQueue<>(
          Comparator.comparingDouble((Block block) -> -block.people())
              .thenComparingDouble(Block::u0)
              .thenComparingDouble(Block::v0));
  private final List<Block> blocks = new ArrayList<>();
  private final List<Road> roads = new ArrayList<>();
  private int streets;

  /**
   * @param wanted how many roads; fewer if the blocks would get too small
   */
  StreetPlan(City city, BentGrid grid, DensityGrid people, int wanted) {
    this.grid = grid;
    this.people = people;
    this.outline = city.outline();
    int[] range = range();
    for (int i = range[0]; i <= range[2]; i++) {
      for (int j = range[1]; j <= range[3]; j++) {
        Block cell = block(i * MAIN, j * MAIN, (i + 1) * MAIN, (j + 1) * MAIN, 0);
        if (cell.people() > 0) {
          open.add(cell);
        }
      }
    }
    roads.addAll(new TrunkRoads(city, grid, people).roads());
    mainRoads(range);
    split(wanted);
    blocks.addAll(open);
    blocks.sort(Comparator.comparingDouble(Block::u0).thenComparingDouble(Block::v0));
  }

  List<Road> roads() {
    return roads;
  }

  /** In an order that does not change. */
  List<Block> blocks() {
    return blocks;
  }

  private int[] range() {
    Envelope box = outline.geometry().getEnvelopeInternal();
    Envelope plan = new Envelope();
    for (double x : new double[] {box.getMinX(), box.getMaxX()}) {
      for (double y : new double[] {box.getMinY(), box.getMaxY()}) {
        double[] uv = grid.plan(x, y);
        plan.expandToInclude(new Coordinate(uv[0], uv[1]));
      }
    }
    return new int[] {
      (int) Math.floor(plan.getMinX() / MAIN) - 1,
      (int) Math.floor(plan.getMinY() / MAIN) - 1,
      (int) Math.ceil(plan.getMaxX() / MAIN) + 1,
      (int) Math.ceil(plan.getMaxY() / MAIN) + 1
    };
  }

  private Block block(double u0, double v0, double u1, double v1, int street) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double u = u0 + (u1 - u0) * (2 * i + 1) / 6;
        double v = v0 + (v1 - v0) * (2 * j + 1) / 6;
        sum += people.density(grid.x(u, v), grid.y(u, v));
      }
    }
    double area = (u1 - u0) * (v1 - v0) / 1e6;
    return new Block(u0, v0, u1, v1, sum / 9 * area, Use.HOMES, street);
  }

  private double density(int i, int j) {
    return block(i * MAIN, j * MAIN, (i + 1) * MAIN, (j + 1) * MAIN, 0).density();
  }

  private void mainRoads(int[] range) {
    for (int i = range[0]; i <= range[2]; i++) {
      mainRoad(i, range[1], range[3], true);
    }
    for (int j = range[1]; j <= range[3]; j++) {
      mainRoad(j, range[0], range[2], false);
    }
  }

  /** One line of the grid, in pieces between which its class changes. */
  private void mainRoad(int line, int first, int last, boolean north) {
    int from = first;
    String before = "";
    for (int k = first; k <= last + 1; k++) {
      String now = k > last ? "" : mainClass(line, k, north);
      if (!now.equals(before)) {
        if (!before.isEmpty()) {
          addMain(line, from, k, north, before);
        }
        from = k;
        before = now;
      }
    }
  }

  private String mainClass(int line, int k, boolean north) {
    double dense =
        north
            ? Math.max(density(line - 1, k), density(line, k))
            : Math.max(density(k, line - 1), density(k, line));
    if (dense > TOWN) {
      return Math.floorMod(line, 3) == 0 || dense > 14_000 ? "arterial" : "collector";
    }
    return dense > COUNTRY ? "collector" : "";
  }

  private void addMain(int line, int from, int to, boolean north, String roadClass) {
    double at = line * MAIN;
    double[] xy =
        north
            ? grid.line(at, from * MAIN, at, to * MAIN)
            : grid.line(from * MAIN, at, to * MAIN, at);
    int number = line + 61;
    String zh = "模擬" + StreetNames.number(number) + (north ? "路" : "大道");
    String en = "Simulated " + StreetNames.ordinal(number) + (north ? " Road" : " Boulevard");
    add(zh, en, roadClass, xy);
  }

  private void add(String zh, String en, String roadClass, double[] xy) {
    for (double[] part : Course.inside(outline, xy)) {
      roads.add(new Road(zh, en, roadClass, part));
    }
  }

  private void split(int wanted) {
    while (roads.size() < wanted && !open.isEmpty()) {
      Block block = open.remove();
      Use use = use(block);
      if (use != Use.HOMES || block.longSide() < 2 * NARROWEST) {
        blocks.add(block.as(use));
      } else {
        split(block);
      }
    }
  }

  /** Some blocks stay whole: parks, schools, works. */
  private Use use(Block block) {
    double chance = noise.hash(Math.round(block.middleU() * 4), Math.round(block.middleV() * 4));
    double side = block.longSide();
    if (block.density() > 700) {
      boolean park =
          side > 520 ? chance < 0.012 : side > 260 ? chance < 0.017 : side > 90 && chance < 0.022;
      if (park) {
        return Use.PARK;
      }
    }
    if (side < 330 && side > 130 && chance > 0.972 && block.density() > 1_200) {
      return Use.SCHOOL;
    }
    double industry = noise.at(block.middleU() / 2_400, block.middleV() / 2_400);
    return side < 330 && side > 150 && industry > 0.73 && block.density() < 6_000
        ? Use.INDUSTRY
        : Use.HOMES;
  }

  private void split(Block block) {
    double chance = noise.hash(Math.round(block.u0() * 8), Math.round(block.v1() * 8));
    boolean acrossU =
        block.width() > 1.2 * block.height()
            || (block.height() <= 1.2 * block.width() && chance < 0.5);
    double place =
        0.5 + (block.longSide() > 300 ? 0.10 : 0.22) * (2 * Math.abs(chance - 0.5) - 0.5);
    boolean lane = block.longSide() <= 230;
    int street = lane ? block.street() : ++streets;
    if (acrossU) {
      double u = block.u0() + place * block.width();
      name(block, lane, street, grid.line(u, block.v0(), u, block.v1()));
      open.add(block(block.u0(), block.v0(), u, block.v1(), street));
      open.add(block(u, block.v0(), block.u1(), block.v1(), street));
    } else {
      double v = block.v0() + place * block.height();
      name(block, lane, street, grid.line(block.u0(), v, block.u1(), v));
      open.add(block(block.u0(), block.v0(), block.u1(), v, street));
      open.add(block(block.u0(), v, block.u1(), block.v1(), street));
    }
  }

  private void name(Block block, boolean lane, int street, double[] xy) {
    String zh = StreetNames.zh(street);
    String en = StreetNames.en(street);
    if (lane) {
      int number = 1 + (int) (98 * noise.hash(Math.round(xy[0]), Math.round(xy[1])));
      add(zh + number + "巷", "Lane " + number + ", " + en, "lane", xy);
    } else {
      add(zh, en, block.longSide() > 640 ? "collector" : "street", xy);
    }
  }
}
