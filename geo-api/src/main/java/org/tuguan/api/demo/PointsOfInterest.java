package org.tuguan.api.demo;

import java.io.IOException;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/** Made-up public places; the stations of the made-up metro are among them. */
final class PointsOfInterest implements DemoLayer {
  private record Kind(String category, int share, List<String> zh, List<String> en) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "school",
              17,
              List.of("國小", "國中", "高中"),
              List.of("Elementary School", "Junior High School", "High School")),
          new Kind("temple", 16, List.of("宮", "廟", "寺"), List.of("Temple", "Shrine", "Monastery")),
          new Kind("park", 14, List.of("公園", "綠地"), List.of("Park", "Green")),
          new Kind("market", 14, List.of("市場", "超市"), List.of("Market", "Supermarket")),
          new Kind("hospital", 12, List.of("醫院", "診所"), List.of("Hospital", "Clinic")),
          new Kind(
              "government",
              9,
              List.of("里辦公處", "服務中心"),
              List.of("Village Office", "Service Centre")),
          new Kind("police", 7, List.of("派出所"), List.of("Police Station")),
          new Kind("library", 6, List.of("圖書館"), List.of("Library")),
          new Kind("fire", 5, List.of("消防分隊"), List.of("Fire Station")));

  private final City city;
  private final Kerbside kerbside;
  private final DensityGrid people;
  private final Metro metro;
  private final int wanted;

  PointsOfInterest(City city, Kerbside kerbside, DensityGrid people, Metro metro, int wanted) {
    this.city = city;
    this.kerbside = kerbside;
    this.people = people;
    this.metro = metro;
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return "poi";
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.POINT;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("name_zh", AttributeType.TEXT),
        new Attribute("name_en", AttributeType.TEXT),
        new Attribute("category", AttributeType.TEXT));
  }

  @Override
  public long expectedRows() {
    return wanted;
  }

  @Override
  public void write(RowSink sink) throws IOException {
    int rows = stations(sink);
    for (; rows < wanted; rows++) {
      Chance chance = new Chance(0x9017, rows);
      double[] at = kerbside.pick(chance);
      Kind kind = kind(chance.below(100));
      int which = chance.below(kind.zh().size());
      place(sink, at, kind.zh().get(which), kind.en().get(which), kind.category());
    }
  }

  private int stations(RowSink sink) throws IOException {
    int rows = 0;
    for (Metro.Line line : metro.lines()) {
      for (double[] stop : line.stops()) {
        if (rows < wanted && city.outline().contains(stop[0], stop[1])) {
          place(sink, stop, "站", "Station", "station");
          rows++;
        }
      }
    }
    return rows;
  }

  private static Kind kind(int percent) {
    int sum = 0;
    for (Kind kind : KINDS) {
      sum += kind.share();
      if (percent < sum) {
        return kind;
      }
    }
    return KINDS.get(0);
  }

  private void place(RowSink sink, double[] at, String zh, String en, String category)
      throws IOException {
    Boundary village = people.village(at[0], at[1]);
    String placeZh = village == null ? "" : village.nameZh().replaceFirst("里$", "");
    String placeEn = village == null ? "" : village.nameEn().replaceFirst(" Village$", "") + " ";
    sink.row(Ewkb.point(at[0], at[1]), "模擬" + placeZh + zh, "Simulated " + placeEn + en, category);
  }
}
