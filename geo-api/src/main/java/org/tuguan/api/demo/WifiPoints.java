package org.tuguan.api.demo;

import java.io.IOException;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/** Made-up public Wi-Fi points, most of them where most people are. */
final class WifiPoints implements DemoLayer {
  private static final List<String> SITES =
      List.of("圖書館", "公園", "市場", "車站", "區公所", "活動中心", "醫院", "學校");

  private final Kerbside kerbside;
  private final DensityGrid people;
  private final int wanted;

  WifiPoints(Kerbside kerbside, DensityGrid people, int wanted) {
    this.kerbside = kerbside;
    this.people = people;
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return "wifi";
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.POINT;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("name", AttributeType.TEXT),
        new Attribute("site_zh", AttributeType.TEXT),
        new Attribute("ssid", AttributeType.TEXT),
        new Attribute("radius_m", AttributeType.INTEGER));
  }

  @Override
  public long expectedRows() {
    return wanted;
  }

  @Override
  public void write(RowSink sink) throws IOException {
    for (int i = 0; i < wanted; i++) {
      Chance chance = new Chance(0x31F1, i);
      double[] at = kerbside.pick(chance);
      Boundary village = people.village(at[0], at[1]);
      String place = village == null ? "" : village.parentZh() + village.nameZh();
      int radius = chance.next() < 0.6 ? 50 : chance.next() < 0.75 ? 100 : 150;
      sink.row(
          Ewkb.point(at[0], at[1]),
          "模擬熱點 %05d".formatted(i + 1),
          "模擬" + place + chance.oneOf(SITES),
          "Simulated-Free-WiFi",
          radius);
    }
  }
}
