package org.tuguan.api.demo;

import java.io.IOException;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/** Made-up manholes by the kerbs: for the agencies of the city, others have to ask for them. */
final class Manholes implements DemoLayer {
  private static final List<String> KINDS = List.of("雨水", "污水", "電力", "電信", "自來水");
  private static final int COUNT = 1_500;

  private final Kerbside kerbside;

  Manholes(Kerbside kerbside) {
    this.kerbside = kerbside;
  }

  @Override
  public String name() {
    return "manholes";
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.POINT;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("name", AttributeType.TEXT),
        new Attribute("kind_zh", AttributeType.TEXT),
        new Attribute("depth_cm", AttributeType.INTEGER));
  }

  @Override
  public long expectedRows() {
    return COUNT;
  }

  @Override
  public void write(RowSink sink) throws IOException {
    for (int i = 0; i < COUNT; i++) {
      Chance chance = new Chance(0x4D48, i);
      double[] at = kerbside.pick(chance);
      sink.row(
          Ewkb.point(at[0], at[1]),
          "模擬人孔 %04d".formatted(i + 1),
          "模擬" + chance.oneOf(KINDS),
          80 + chance.below(420));
    }
  }
}
