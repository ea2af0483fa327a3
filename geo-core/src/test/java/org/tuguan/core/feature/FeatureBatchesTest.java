package org.tuguan.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

class FeatureBatchesTest {
  private static final FeatureType TYPE =
      new FeatureType(
          "notes",
          List.of(new Attribute("text", AttributeType.TEXT)),
          "geom",
          GeometryKind.POINT,
          Crs.TWD97_TM2_121);
  private static final int LETTERS = 50_000;

  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger read = new AtomicInteger();
  private final List<Integer> given = new ArrayList<>();
  private int written;
  private int mostWaiting;

  /** Rows of 100 kB each, or small ones; counts what is open and what has been read. */
  private class Watched implements FeatureSource {
    private final MemoryFeatureSource rows;

    Watched(int size, int letters) {
      String text = "x".repeat(letters);
      rows =
          new MemoryFeatureSource(
              TYPE,
              IntStream.range(0, size)
                  .mapToObj(i -> new Feature(TYPE, "" + i, null, new Object[] {text}))
                  .toList());
    }

    @Override
    public FeatureType type() {
      return TYPE;
    }

    @Override
    public long count(Query query) {
      return rows.count(query);
    }

    @Override
    public Stream<Feature> features(Query query) {
      open.incrementAndGet();
      return rows.features(query)
          .peek(row -> read.incrementAndGet())
          .onClose(open::decrementAndGet);
    }

    @Override
    public Optional<Feature> find(String id) {
      return rows.find(id);
    }

    @Override
    public Optional<Bounds> bounds() {
      return rows.bounds();
    }
  }

  private void write(FeatureSource source, Query query) {
    try (Stream<Feature> features = FeatureBatches.stream(source, query)) {
      features.forEach(
          feature -> {
            assertThat(open.get()).as("nothing is open while a client is written to").isZero();
            mostWaiting = Math.max(mostWaiting, read.get() - written);
            written++;
            given.add(Integer.valueOf(feature.id()));
          });
    }
    assertThat(open.get()).isZero();
  }

  @Test
  void sourceIsClosedAndLittleIsKeptWhileFeaturesAreGivenAway() {
    write(new Watched(500, LETTERS), Query.ALL);

    assertThat(given).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    assertThat(mostWaiting).isBetween(2, 22);
  }

  @Test
  void aQueryKeepsItsLimitAndItsStartOverManyBatches() {
    write(new Watched(500, LETTERS), Query.ALL.withLimit(123).withAfter("99"));

    assertThat(given).containsExactlyElementsOf(IntStream.range(100, 223).boxed().toList());
  }

  @Test
  void smallPagesAreOneBatch() {
    write(new Watched(20_000, 1), Query.ALL.withLimit(10_001));

    assertThat(given).hasSize(10_001);
    assertThat(mostWaiting).isEqualTo(10_001);
  }

  @Test
  void emptySourcesAndEvenEndsEnd() {
    write(new Watched(0, 1), Query.ALL);
    assertThat(given).isEmpty();
    write(new Watched(20_000, 1), Query.ALL.withLimit(20_000));
    assertThat(given).hasSize(20_000);
  }

  @Test
  void readingAheadGivesTheSameAndNoMoreThanABatchMore() {
    try (Stream<Feature> features =
        FeatureBatches.streamAhead(new Watched(500, LETTERS), Query.ALL)) {
      features.forEach(
          feature -> {
            mostWaiting = Math.max(mostWaiting, read.get() - written);
            written++;
            given.add(Integer.valueOf(feature.id()));
          });
    }
    assertThat(given).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    assertThat(mostWaiting).isBetween(2, 45);
  }

  @Test
  void faultOfAReaderAheadReachesWhoeverReads() {
    FeatureSource breaking =
        new Watched(500, LETTERS) {
          @Override
          public Stream<Feature> features(Query query) {
            if (query.after().isPresent()) {
              throw new IllegalStateException("the database is gone");
            }
            return super.features(query);
          }
        };
    try (Stream<Feature> features = FeatureBatches.streamAhead(breaking, Query.ALL)) {
      assertThatThrownBy(() -> features.forEach(feature -> written++))
          .hasMessage("the database is gone");
    }
    assertThat(written).isPositive();
  }
}
