package org.tuguan.api.demo;

import java.io.IOException;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/**
 * Made-up damage of the roads as an inspection finds it: nobody's business but the agency's own.
 */
final class RoadDefects implements DemoLayer {
  private static final List<String> KINDS = List.of("坑洞", "龜裂", "下陷", "人孔高差");
  private static final int COUNT = 600;

  private final Kerbside kerbside;

  RoadDefects(Kerbside kerbside) {
    this.kerbside = kerbside;
  }

  @Override
  public String name() {
    return "road-defects";
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.POINT;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("kind_zh", AttributeType.TEXT),
        new Attribute("grade", AttributeType.INTEGER));
  }

  @Override
  public long expectedRows() {
    return COUNT;
  }

  @Override
  public void write(RowSink sink) throws IOException {
    for (int i = 0; i < COUNT; i++) {
      Chance chance = new Chance(0x5244, i);
      double[] at = kerbside.pick(chance);
      sink.row(Ewkb.point(at[0], at[1]), "模擬" + chance.oneOf(KINDS), 1 + chance.below(5));
    }
  }
}
