package org.tuguan.api.demo;

import java.io.IOException;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.api.demo.Block.Use;
import org.tuguan.api.demo.Plots.Plot;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/**
 * Made-up buildings, exactly as many as asked for, each wholly inside one district and dry. Written
 * block by block; none is kept.
 */
final class Buildings implements DemoLayer {
  private static final long SEED = 0xB1D6;

  private final City city;
  private final BentGrid grid;
  private final DensityGrid people;
  private final List<Block> blocks;
  private final int wanted;

  Buildings(City city, BentGrid grid, DensityGrid people, List<Block> blocks, int wanted) {
    this.city = city;
    this.grid = grid;
    this.people = people;
    this.blocks = blocks;
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return "buildings";
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.POLYGON;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("kind", AttributeType.TEXT),
        new Attribute("floors", AttributeType.INTEGER),
        new Attribute("name", AttributeType.TEXT));
  }

  @Override
  public long expectedRows() {
    return wanted;
  }

  @Override
  public void write(RowSink sink) throws IOException {
    boolean[] tight = tightBlocks();
    int[] counts = new int[blocks.size()];
    share(wanted, counts, tight, true);
    int missing = 0;
    for (int i = 0; i < counts.length; i++) {
      if (tight[i]) {
        Tally tally = new Tally();
        fill(i, counts[i], true, tally);
        missing += counts[i] - tally.rows;
      }
    }
    share(missing, counts, tight, false);
    for (int i = 0; i < counts.length; i++) {
      fill(i, counts[i], tight[i], sink);
    }
  }

  /** Only counts. */
  private static final class Tally implements RowSink {
    private int rows;

    @Override
    public void row(byte[] geometry, Object... values) {
      rows++;
    }
  }

  /** Adds {@code buildings} to the counts by weight, to the last one. */
  private void share(int buildings, int[] counts, boolean[] tight, boolean also) {
    double total = 0;
    for (int i = 0; i < counts.length; i++) {
      total += tight[i] && !also ? 0 : weight(blocks.get(i));
    }
    double sum = 0;
    long given = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += tight[i] && !also ? 0 : weight(blocks.get(i));
      long due = Math.min(buildings, (long) Math.floor(sum / total * buildings + 1e-6));
      counts[i] += (int) (due - given);
      given = due;
    }
  }

  private static double weight(Block block) {
    if (block.use() == Use.PARK || block.density() < 6) {
      return 0;
    }
    double dense = StrictMath.pow(block.density() / 16_000, 1.2);
    double weight = block.area() * dense / (1 + dense);
    return switch (block.use()) {
      case SCHOOL -> 0.3 * weight;
      case INDUSTRY -> 0.5 * weight + block.area() * 0.02;
      default -> weight;
    };
  }

  /** Blocks that cross a boundary or touch a river: there each building is looked at. */
  private boolean[] tightBlocks() {
    boolean[] tight = new boolean[blocks.size()];
    for (int i = 0; i < tight.length; i++) {
      tight[i] = tight(blocks.get(i));
    }
    return tight;
  }

  private boolean tight(Block block) {
    if (weight(block) == 0) {
      return false;
    }
    double step = Math.min(60, block.shortSide());
    for (double u = block.u0(); u < block.u1() + step; u += step) {
      for (double v = block.v0(); v < block.v1() + step; v += step) {
        double x = grid.x(Math.min(u, block.u1()), Math.min(v, block.v1()));
        double y = grid.y(Math.min(u, block.u1()), Math.min(v, block.v1()));
        if (people.wet(x, y)) {
          return true;
        }
      }
    }
    Polygon outline = polygon(grid.ring(block.u0(), block.v0(), block.u1(), block.v1()));
    Coordinate middle = outline.getCentroid().getCoordinate();
    return city.findDistrict(middle.x, middle.y).filter(each -> each.covers(outline)).isEmpty();
  }

  private static Polygon polygon(double[] ring) {
    return City.GEOMETRIES.createPolygon(Course.lineString(ring).getCoordinates());
  }

  private void fill(int index, int count, boolean tight, RowSink sink) throws IOException {
    Block block = blocks.get(index);
    Chance chance = new Chance(SEED, index);
    for (Plot plot : Plots.of(block, count, chance)) {
      double[] ring = ring(plot);
      BuildingFacts facts = BuildingFacts.of(block, chance);
      if (!tight || allowed(ring)) {
        sink.row(Ewkb.polygon(ring), facts.kind(), facts.floors(), facts.name());
      }
    }
  }

  private boolean allowed(double[] ring) {
    double x = (ring[0] + ring[4]) / 2;
    double y = (ring[1] + ring[5]) / 2;
    return !people.wet(x, y)
        && city.findDistrict(x, y).filter(each -> each.covers(polygon(ring))).isPresent();
  }

  /** A rectangle of the plan, or one with a corner taken out, on the map. */
  private double[] ring(Plot plot) {
    double u0 = plot.u0();
    double v0 = plot.v0();
    double u1 = plot.u1();
    double v1 = plot.v1();
    if (plot.notch() == 0) {
      return map(u0, v0, u1, v0, u1, v1, u0, v1, u0, v0);
    }
    double u = u1 - plot.notch() * (u1 - u0);
    double v = v1 - plot.notch() * (v1 - v0);
    return map(u0, v0, u1, v0, u1, v, u, v, u, v1, u0, v1, u0, v0);
  }

  private double[] map(double... plan) {
    double[] ring = new double[plan.length];
    for (int i = 0; i < plan.length; i += 2) {
      ring[i] = grid.x(plan[i], plan[i + 1]);
      ring[i + 1] = grid.y(plan[i], plan[i + 1]);
    }
    return ring;
  }
}
