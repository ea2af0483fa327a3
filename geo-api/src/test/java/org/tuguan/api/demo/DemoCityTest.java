package org.tuguan.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

class DemoCityTest {
  private static final DemoSize SMALL = new DemoSize(8_000, 12_000, 400, 200);
  private static final DemoCity CITY = new DemoCity(SMALL);

  private record Row(Geometry geometry, List<Object> values) {}

  @Test
  void twoRunsGiveTheSameBytes() throws Exception {
    Map<String, String> first = digests(CITY);
    assertThat(digests(new DemoCity(SMALL))).isEqualTo(first);
    assertThat(new DemoCity(SMALL).elevation().bytes()).isEqualTo(CITY.elevation().bytes());
  }

  @Test
  void theRealCityHas29DistrictsAnd625Villages() throws Exception {
    assertThat(rows("districts")).hasSize(29);
    assertThat(rows("villages")).hasSize(625);
    assertThat(rows("districts").stream().map(row -> row.values().get(1)))
        .contains("西屯區", "和平區", "中區");
  }

  @Test
  void villagesLieInTheDistrictThatTheyName() {
    for (Boundary village : CITY.city().villages()) {
      var middle = village.geometry().getInteriorPoint();
      assertThat(CITY.city().findDistrict(middle.getX(), middle.getY()))
          .hasValueSatisfying(
              district -> {
                assertThat(district.code()).isEqualTo(village.parentCode());
                assertThat(district.nameZh()).isEqualTo(village.parentZh());
              });
    }
  }

  @Test
  void exactlyAsManyBuildingsAsAskedForEachInsideOneDistrict() throws Exception {
    List<Row> buildings = rows("buildings");
    assertThat(buildings).hasSize(SMALL.buildings());
    assertThat(buildings)
        .allSatisfy(
            row -> {
              assertThat(row.geometry().isValid()).isTrue();
              var middle = row.geometry().getCentroid();
              assertThat(CITY.city().findDistrict(middle.getX(), middle.getY()))
                  .hasValueSatisfying(
                      district -> assertThat(district.covers(row.geometry())).isTrue());
            });
  }

  @Test
  void buildingsDoNotOverlap() throws Exception {
    STRtree tree = new STRtree();
    List<Row> buildings = rows("buildings");
    buildings.forEach(row -> tree.insert(row.geometry().getEnvelopeInternal(), row.geometry()));
    for (Row row : buildings) {
      for (Object other : tree.query(row.geometry().getEnvelopeInternal())) {
        assertThat(other == row.geometry() || !row.geometry().overlaps((Geometry) other)).isTrue();
      }
    }
  }

  @Test
  void centralDistrictsAreBuiltUpAndMountainsAreNot() throws Exception {
    Map<String, Double> perSquareKilometre = new TreeMap<>();
    List<Row> buildings = rows("buildings");
    for (Boundary district : CITY.city().districts()) {
      long count =
          buildings.stream()
              .filter(
                  row ->
                      district.contains(
                          row.geometry().getCoordinate().x, row.geometry().getCoordinate().y))
              .count();
      perSquareKilometre.put(district.nameZh(), count / district.geometry().getArea() * 1e6);
    }
    assertThat(perSquareKilometre.get("北區")).isGreaterThan(20 * perSquareKilometre.get("新社區"));
    assertThat(perSquareKilometre.get("和平區")).isLessThan(0.2);
  }

  @Test
  void attributesTakeTheValuesThatStylesKnow() throws Exception {
    assertThat(values("buildings", 0))
        .containsExactlyInAnyOrder("residential", "commercial", "industrial", "public", "school");
    assertThat(values("roads", 2))
        .containsExactlyInAnyOrder("highway", "arterial", "collector", "street", "lane");
    assertThat(values("rivers", 1)).containsExactlyInAnyOrder("river", "stream");
    assertThat(values("poi", 2)).hasSize(10);
  }

  @Test
  void linesAndPointsLieInsideTheCity() throws Exception {
    var city = CITY.city().outline().geometry().buffer(0.01);
    for (String layer : List.of("roads", "rivers", "metro", "parks", "poi", "wifi")) {
      var prepared = new Boundary("", "", "", "", "", city);
      assertThat(rows(layer)).as(layer).allMatch(row -> prepared.covers(row.geometry()));
    }
  }

  @Test
  void madeUpNamesSaySo() throws Exception {
    for (String layer : List.of("roads", "rivers", "metro", "parks", "poi", "wifi")) {
      assertThat(values(layer, 0)).as(layer).allMatch(name -> ((String) name).startsWith("模擬"));
    }
  }

  private static Set<Object> values(String layer, int attribute) throws IOException {
    return rows(layer).stream().map(row -> row.values().get(attribute)).collect(Collectors.toSet());
  }

  private static List<Row> rows(String name) throws IOException {
    DemoLayer layer =
        CITY.layers().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    List<Row> rows = new ArrayList<>();
    layer.write(
        (geometry, values) -> {
          List<Object> list = new ArrayList<>();
          for (Object value : values) {
            list.add(value);
          }
          rows.add(new Row(read(geometry), list));
        });
    return rows;
  }

  private static Geometry read(byte[] ewkb) {
    try {
      return new WKBReader().read(ewkb);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, String> digests(DemoCity city)
      throws IOException, NoSuchAlgorithmException {
    Map<String, String> digests = new TreeMap<>();
    for (DemoLayer layer : city.layers()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (CopyStream stream =
          new CopyStream(
              new DigestOutputStream(OutputStream.nullOutputStream(), digest), rows -> {})) {
        layer.write(stream);
      }
      digests.put(layer.name(), HexFormat.of().formatHex(digest.digest()));
    }
    return digests;
  }
}
