package org.tuguan.api.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.api.demo.Block.Use;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/** Made-up parks: the blocks that a {@link StreetPlan} left free. */
final class Parks implements DemoLayer {
  /** A park; the ring is in pairs of EPSG:3826. */
  record Park(String nameZh, String kind, double[] ring) {}

  private static final double KERB = 9;

  private final List<Park> parks = new ArrayList<>();

  Parks(City city, BentGrid grid, DensityGrid people, List<Block> blocks) {
    for (Block block : blocks) {
      if (block.use() == Use.PARK) {
        double[] ring = ring(grid, block);
        Polygon polygon = City.GEOMETRIES.createPolygon(Course.lineString(ring).getCoordinates());
        if (city.outline().covers(polygon)) {
          Boundary village = people.village(ring[0], ring[1]);
          String place = village == null ? "" : village.nameZh().replaceFirst("里$", "");
          parks.add(new Park("模擬" + place + "公園", kind(block), ring));
        }
      }
    }
  }

  private static String kind(Block block) {
    if (block.longSide() > 520) {
      return "metropolitan";
    }
    return block.longSide() > 200 ? "community" : "neighbourhood";
  }

  private static double[] ring(BentGrid grid, Block block) {
    return grid.ring(block.u0() + KERB, block.v0() + KERB, block.u1() - KERB, block.v1() - KERB);
  }

  @Override
  public String name() {
    return "parks";
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.POLYGON;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("name_zh", AttributeType.TEXT), new Attribute("kind", AttributeType.TEXT));
  }

  @Override
  public long expectedRows() {
    return parks.size();
  }

  @Override
  public void write(RowSink sink) throws IOException {
    for (Park park : parks) {
      sink.row(Ewkb.polygon(park.ring()), park.nameZh(), park.kind());
    }
  }
}
