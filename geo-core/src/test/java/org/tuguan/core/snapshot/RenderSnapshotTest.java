package org.tuguan.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;

class RenderSnapshotTest {
  private static final FeatureType TYPE =
      new FeatureType(
          "things",
          List.of(
              new Attribute("kind", AttributeType.TEXT),
              new Attribute("since", AttributeType.DATE),
              new Attribute("unused", AttributeType.TEXT)),
          "geom",
          GeometryKind.MIXED,
          Crs.TWD97_TM2_121);

  @Test
  void findsExactlyTheFeaturesWhoseBoxMeetsTheOneAskedFor() {
    SplittableRandom random = new SplittableRandom(7);
    List<Feature> features = squares(random, 5_000);
    RenderSnapshot snapshot = build(features);
    for (int i = 0; i < 200; i++) {
      double x = 200_000.5 + random.nextInt(20_000);
      double y = 2_660_000.5 + random.nextInt(20_000);
      double size = random.nextInt(3_000);
      Envelope wanted = new Envelope(x, x + size, y, y + size);
      Set<String> expected =
          features.stream()
              .filter(each -> each.geometry().getEnvelopeInternal().intersects(wanted))
              .map(Feature::id)
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(ids(snapshot, wanted)).isEqualTo(expected);
    }
  }

  @Test
  void aRunStandsForItsFeaturesAndKnowsWhatTheyCover() {
    List<Feature> features = squares(new SplittableRandom(7), 5_000);
    RenderSnapshot snapshot = build(features);
    List<Integer> seen = new ArrayList<>();
    double[] area = new double[1];
    snapshot.search(
        snapshot.bounds().orElseThrow(),
        (run, first, end) -> {
          boolean whole = end - first == 16;
          for (int feature = first; whole && feature < end; feature++) {
            seen.add(feature);
          }
          area[0] += whole ? snapshot.share(run) * snapshot.width(run) * snapshot.height(run) : 0;
          return whole;
        },
        feature -> {
          seen.add(feature);
          area[0] += snapshot.share(feature) * snapshot.width(feature) * snapshot.height(feature);
          return true;
        });

    assertThat(seen).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
    double expected = features.stream().mapToDouble(each -> each.geometry().getArea()).sum();
    assertThat(area[0]).isCloseTo(expected, within(expected / 100));
  }

  @Test
  void coordinatesAreTrueToHalfACentimetre() throws ParseException {
    Geometry line =
        new WKTReader().read("LINESTRING (217000.1234 2672000.5678, 217010.999 2672001)");
    RenderSnapshot snapshot = build(List.of(feature("1", line, "a", null)));
    double[] points = new double[4];

    assertThat(snapshot.load(0, points)).isEqualTo(2);
    assertThat(points)
        .containsExactly(
            new double[] {217000.1234, 2672000.5678, 217010.999, 2672001}, within(0.005001));
  }

  @Test
  void ringsTurnTheWayTheirKindSays() throws ParseException {
    WKTReader reader = new WKTReader();
    String hole = "(1 1, 2 1, 2 2, 1 2, 1 1)";
    for (String shell : List.of("(0 0, 9 0, 9 9, 0 9, 0 0)", "(0 0, 0 9, 9 9, 9 0, 0 0)")) {
      RenderSnapshot snapshot =
          build(
              List.of(
                  feature("1", reader.read("POLYGON (" + shell + "," + hole + ")"), null, null)));

      assertThat(snapshot.kind(0)).isEqualTo(PartKind.SHELL);
      assertThat(snapshot.kind(1)).isEqualTo(PartKind.HOLE);
      assertThat(area(snapshot, 0)).isEqualTo(-81);
      assertThat(area(snapshot, 1)).isEqualTo(1);
    }
  }

  @Test
  void valuesComeBackAndEqualOnesShareANumber() throws ParseException {
    Geometry point = new WKTReader().read("POINT (217000 2672000)");
    LocalDate day = LocalDate.of(2011, 1, 1);
    RenderSnapshot snapshot =
        build(
            List.of(
                feature("1", point, "學校", day),
                feature("2", point, "學校", null),
                feature("3", point, null, day)));
    for (int i = 0; i < 3; i++) {
      String id = snapshot.id(i);
      assertThat(snapshot.value(i, "kind")).isEqualTo(id.equals("3") ? null : "學校");
      assertThat(snapshot.value(i, "since")).isEqualTo(id.equals("2") ? null : day);
      assertThat(snapshot.code(i, "kind")).isEqualTo(id.equals("3") ? 0 : 1);
    }
    assertThat(snapshot.holds(List.of("kind", "since"))).isTrue();
    assertThat(snapshot.holds(List.of("unused"))).isFalse();
  }

  @Test
  void aFeatureWithoutGeometryIsKeptAndNeverFound() {
    RenderSnapshot snapshot = build(List.of(feature("1", null, "a", null)));

    assertThat(snapshot.size()).isEqualTo(1);
    assertThat(ids(snapshot, new Envelope(-1e6, 1e7, -1e6, 1e7))).isEmpty();
    assertThat(build(List.of()).size()).isZero();
  }

  @Test
  void whatDoesNotFitTheBudgetIsNotBuilt() {
    List<Feature> features = squares(new SplittableRandom(1), 5_000);

    assertThat(builder().build(features.stream(), 100_000)).isEmpty();
    assertThat(builder().build(features.stream(), 10_000_000)).isPresent();
  }

  private static SnapshotBuilder builder() {
    return new SnapshotBuilder(TYPE, List.of("kind", "since"));
  }

  private static RenderSnapshot build(List<Feature> features) {
    return builder().build(features.stream(), Long.MAX_VALUE).orElseThrow();
  }

  private static Feature feature(String id, Geometry geometry, String kind, LocalDate since) {
    return new Feature(TYPE, id, geometry, new Object[] {kind, since, "x"});
  }

  private static List<Feature> squares(SplittableRandom random, int count) {
    GeometryFactory factory = new GeometryFactory();
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = 200_000 + random.nextInt(20_000);
      double y = 2_660_000 + random.nextInt(20_000);
      Geometry square = factory.toGeometry(new Envelope(x, x + 12, y, y + 9));
      features.add(feature(Integer.toString(i), square, "k" + i % 5, null));
    }
    return features;
  }

  private static Set<String> ids(RenderSnapshot snapshot, Envelope wanted) {
    Set<String> found = new TreeSet<>();
    snapshot.search(
        Bounds.of(Crs.TWD97_TM2_121, wanted), feature -> found.add(snapshot.id(feature)));
    return found;
  }

  private static double area(RenderSnapshot snapshot, int part) {
    double[] points = new double[2 * snapshot.points(part)];
    int count = snapshot.load(part, points);
    double twice = 0;
    for (int i = 0; i + 1 < count; i++) {
      twice += points[2 * i] * points[2 * i + 3] - points[2 * i + 2] * points[2 * i + 1];
    }
    return twice / 2;
  }
}
