package org.tuguan.api.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/** Made-up rivers that run from the mountains to the sea; buildings keep away from them. */
final class Rivers implements DemoLayer {
  /** One river; {@code reach} is how far from its middle nobody builds, in metres. */
  record River(String nameZh, String riverClass, double reach, double[] xy) {}

  private final Boundary outline;
  private final List<River> rivers = new ArrayList<>();

  Rivers(City city) {
    this.outline = city.outline();
    main(
        "模擬北溪", 268_000, 2_690_000, 245_000, 2_685_500, 230_000, 2_689_500, 219_000, 2_694_500,
        207_000, 2_697_000, 195_000, 2_700_500);
    main(
        "模擬南溪", 246_000, 2_665_000, 232_000, 2_667_000, 224_500, 2_664_500, 217_000, 2_665_500,
        209_000, 2_668_500, 202_000, 2_675_500, 194_000, 2_677_500);
    branch("模擬柳溪", 229_500, 2_683_000, 222_500, 2_678_500, 217_600, 2_672_000, 215_800, 2_665_700);
    branch("模擬筏溪", 214_500, 2_687_500, 212_600, 2_680_000, 211_600, 2_673_000, 211_200, 2_667_700);
    branch("模擬旱溪", 227_500, 2_678_500, 221_800, 2_673_500, 220_300, 2_669_000, 219_800, 2_664_900);
    branch("模擬東溪", 262_000, 2_672_000, 248_000, 2_677_500, 240_500, 2_681_000, 236_300, 2_687_000);
    branch("模擬西溪", 210_200, 2_691_500, 204_300, 2_689_000, 199_500, 2_686_300, 193_000, 2_684_800);
  }

  private void main(String name, double... points) {
    add(name, "river", 140, points);
  }

  private void branch(String name, double... points) {
    add(name, "stream", 45, points);
  }

  private void add(String name, String riverClass, double reach, double... points) {
    Noise noise = new Noise(0x51DE + rivers.size());
    double[] course = Course.wander(Course.smooth(points), noise, 650, 2_600);
    for (double[] part : Course.inside(outline, course)) {
      rivers.add(new River(name, riverClass, reach, part));
    }
  }

  List<River> list() {
    return rivers;
  }

  @Override
  public String name() {
    return "rivers";
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.LINE;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("name_zh", AttributeType.TEXT), new Attribute("class", AttributeType.TEXT));
  }

  @Override
  public long expectedRows() {
    return rivers.size();
  }

  @Override
  public void write(RowSink sink) throws IOException {
    for (River river : rivers) {
      sink.row(Ewkb.line(river.xy()), river.nameZh(), river.riverClass());
    }
  }
}
