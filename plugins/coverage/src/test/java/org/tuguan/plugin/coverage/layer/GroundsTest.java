package org.tuguan.plugin.coverage.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.area.Outlines;

/** What is worked out group by group is what all of it together would be. */
class GroundsTest {
  private static final int SEGMENTS = 48;

  /** Lone ones, pairs and heaps. */
  private static List<Polygon> outlines(double radius) {
    SplittableRandom random = new SplittableRandom(7);
    List<Polygon> outlines = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      double x = 210_000 + random.nextDouble(3_000);
      double y = 2_670_000 + random.nextDouble(3_000);
      outlines.add(Outlines.of(new Disc(x, y, radius), SEGMENTS));
    }
    return outlines;
  }

  private static double area(List<Polygon> parts) {
    return parts.stream().mapToDouble(Polygon::getArea).sum();
  }

  @Test
  void aUnionByGroupsIsTheUnionOfAll() {
    List<Polygon> outlines = outlines(150);
    List<Polygon> union = Grounds.union(outlines);
    var whole = Outlines.union(outlines);
    assertThat(union).hasSize(whole.getNumGeometries()).hasSizeBetween(5, 75);
    assertThat(area(union)).isCloseTo(whole.getArea(), within(0.01));
    assertThat(Grounds.union(List.of())).isEmpty();
  }

  @Test
  void depthsAddUpToTheOutlinesAndTheirUnion() {
    List<Polygon> outlines = outlines(200);
    Map<Integer, List<Polygon>> depths = Grounds.depths(outlines, 99);
    double sum = 0;
    double ground = 0;
    for (Map.Entry<Integer, List<Polygon>> depth : depths.entrySet()) {
      sum += depth.getKey() * area(depth.getValue());
      ground += area(depth.getValue());
    }
    assertThat(depths.size()).isGreaterThan(3);
    assertThat(sum).isCloseTo(area(outlines), within(area(outlines) * 1e-4));
    assertThat(ground).isCloseTo(area(Grounds.union(outlines)), within(ground * 1e-4));
    assertThat(Grounds.depths(outlines, 2).keySet()).containsExactly(1, 2);
  }

  @Test
  void bandsShareTheWidestGroundAmongThem() {
    LinkedHashMap<Integer, List<Polygon>> outlines = new LinkedHashMap<>();
    outlines.put(-75, outlines(250));
    outlines.put(-60, outlines(120));
    outlines.put(-50, outlines(40));
    Map<Integer, List<Polygon>> bands = Grounds.bands(outlines);
    double widest = area(Grounds.union(outlines.get(-75)));
    assertThat(bands.keySet()).containsExactly(-75, -60, -50);
    assertThat(bands.values().stream().mapToDouble(GroundsTest::area).sum())
        .isCloseTo(widest, within(0.01));
    assertThat(area(bands.get(-50)))
        .isCloseTo(area(Grounds.union(outlines.get(-50))), within(1e-6));
  }

  @Test
  void whatIsTakenAwayIsGoneAndTheRestIsLeft() {
    List<Polygon> wide = Grounds.union(outlines(150));
    List<Polygon> narrow = Grounds.union(outlines(100));
    assertThat(area(Grounds.without(wide, narrow)))
        .isCloseTo(area(wide) - area(narrow), within(0.01));
    assertThat(Grounds.without(wide, List.of())).isEqualTo(wide);
    assertThat(Grounds.without(narrow, wide)).isEmpty();
  }
}
