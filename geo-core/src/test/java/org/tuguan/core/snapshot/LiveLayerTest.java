package org.tuguan.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.MemoryFeatureSource;

class LiveLayerTest {
  private static final FeatureType TYPE =
      new FeatureType(
          "points",
          List.of(
              new Attribute("amount", AttributeType.INTEGER),
              new Attribute("word", AttributeType.TEXT)),
          "geom",
          GeometryKind.POINT,
          Crs.TWD97_TM2_121);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final LiveLayer layer = new LiveLayer(new MemoryFeatureSource(TYPE, List.of()));

  @Test
  void nothingIsSeenBeforeItIsLoadedOrWithoutItsAttributes() {
    assertThat(layer.view(List.of())).isEmpty();

    layer.load(snapshot(List.of(point("1", 1)), List.of("amount")), 1);

    assertThat(layer.view(List.of("amount"))).isPresent();
    assertThat(layer.view(List.of("amount", "word"))).isEmpty();
  }

  @Test
  void anyRunOfReplacementsShowsWhatAMapWouldHold() {
    for (String prefix : List.of("", "k")) {
      SplittableRandom random = new SplittableRandom(3);
      Map<String, Long> expected = new TreeMap<>();
      List<Feature> first = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        first.add(point(prefix + i, i));
        expected.put(prefix + i, (long) i);
      }
      layer.load(snapshot(first, List.of("amount", "word")), 1);
      for (int step = 0; step < 300; step++) {
        change(random, prefix, expected, step);
        if (step % 97 == 0) {
          layer.compact();
          assertThat(layer.view().orElseThrow().parts()).hasSize(1);
        }

        assertThat(seen()).isEqualTo(expected);
        assertThat(layer.view().orElseThrow().size()).isEqualTo(expected.size());
        assertThat(layer.view().orElseThrow().parts()).hasSizeLessThan(9);
      }
    }
  }

  private void change(
      SplittableRandom random, String prefix, Map<String, Long> expected, int step) {
    Set<String> ids = new HashSet<>();
    List<Feature> rows = new ArrayList<>();
    for (int i = random.nextInt(1, 20); i > 0; i--) {
      String id = prefix + random.nextInt(600);
      if (ids.add(id)) {
        expected.remove(id);
        if (random.nextInt(4) > 0) {
          rows.add(point(id, 1000L * step + i));
          expected.put(id, 1000L * step + i);
        }
      }
    }
    layer.replace(ids, snapshot(rows, List.of("amount", "word")), step + 2);
  }

  @Test
  void joinedPartsKeepValuesShapesAndBoxes() {
    layer.load(snapshot(List.of(point("1", 10), point("2", 20)), List.of("amount", "word")), 1);
    layer.replace(
        List.of("2", "3"),
        snapshot(List.of(point("2", 21), point("3", 30)), List.of("amount", "word")),
        2);
    layer.compact();

    RenderSnapshot whole = layer.view().orElseThrow().parts().get(0).snapshot();
    double[] xy = new double[2];
    for (long amount : List.of(10L, 21L, 30L)) {
      int row = whole.find(String.valueOf(amount / 10));
      whole.load(whole.firstPart(row), xy);
      assertThat(xy).containsExactly(200_000 + amount, 2_700_000 - amount);
      assertThat(whole.box(row).orElseThrow().minX()).isEqualTo(200_000 + amount);
      assertThat(whole.value(row, "amount")).isEqualTo(amount);
      assertThat(whole.value(row, "word")).isEqualTo("w" + amount % 7);
    }
    assertThat(whole.size()).isEqualTo(3);
    assertThat(whole.bounds().orElseThrow().maxX()).isEqualTo(200_030);
    assertThat(layer.view().orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void changesDuringACompactionAreNotLost() throws InterruptedException {
    List<Feature> many = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      many.add(point(String.valueOf(i), 1));
    }
    layer.load(snapshot(many, List.of("amount")), 1);
    Thread compaction = new Thread(layer::compact);
    compaction.start();
    long changed = 0;
    while (compaction.isAlive()) {
      String id = String.valueOf(changed++ % many.size());
      layer.replace(List.of(id), snapshot(List.of(point(id, 2)), List.of("amount")), changed);
    }
    compaction.join();

    long sum = seen().values().stream().mapToLong(Long::longValue).sum();
    assertThat(sum).isEqualTo(many.size() + Math.min(changed, many.size()));
  }

  @Test
  void manyChangesAskForACompaction() {
    List<Feature> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(point(String.valueOf(i), 1));
    }
    layer.load(snapshot(many, List.of("amount")), 1);
    assertThat(layer.crumbled()).isFalse();
    layer.replace(
        many.subList(0, 1_500).stream().map(Feature::id).toList(),
        snapshot(many.subList(0, 100), List.of("amount")),
        2);

    assertThat(layer.crumbled()).isTrue();
    layer.compact();
    assertThat(layer.crumbled()).isFalse();
    assertThat(layer.view().orElseThrow().size()).isEqualTo(600);
  }

  private Map<String, Long> seen() {
    Map<String, Long> found = new HashMap<>();
    for (LayerView.Part part : layer.view().orElseThrow().parts()) {
      for (int i = 0; i < part.snapshot().size(); i++) {
        if (!part.hidden().get(i)) {
          Object before =
              found.put(part.snapshot().id(i), (Long) part.snapshot().value(i, "amount"));
          assertThat(before).isNull();
        }
      }
    }
    return found;
  }

  private static RenderSnapshot snapshot(List<Feature> features, List<String> attributes) {
    return new SnapshotBuilder(TYPE, attributes)
        .build(features.stream(), Long.MAX_VALUE)
        .orElseThrow();
  }

  private static Feature point(String id, long amount) {
    return new Feature(
        TYPE,
        id,
        GEOMETRIES.createPoint(new Coordinate(200_000 + amount, 2_700_000 - amount)),
        new Object[] {amount, "w" + amount % 7});
  }
}
