package org.tuguan.api.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.tuguan.core.LocalText;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.catalog.LayerTerms;
import org.tuguan.core.catalog.Provenance;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.TableRef;
import tools.jackson.databind.JsonNode;

/** Pages that neither repeat nor skip (docs/adr/0006). */
@OgcTest
class PagingTest {
  @LocalServerPort private int port;

  private Ogc ogc;

  @BeforeEach
  void connect() {
    ogc = new Ogc(port);
  }

  @Test
  void pagesTogetherAreTheWhole() {
    List<String> all = ogc.allIds("/collections/places/items?limit=33");
    assertThat(all).isEqualTo(IntStream.range(0, 1000).mapToObj(Integer::toString).toList());
    assertThat(ogc.allIds("/collections/places/items?limit=1000")).isEqualTo(all);
    assertThat(ogc.allIds("/collections/cite:Keys/items?limit=2"))
        .containsExactly("C", "a", "a b", "b", "é", "臺中");
  }

  @Test
  void lastPageHasNoNextEvenIfItIsFull() {
    JsonNode page = ogc.json("/collections/places/items?limit=1000");
    assertThat(page.get("numberReturned").asInt()).isEqualTo(1000);
    assertThat(Ogc.link(page, "next")).isEmpty();
    assertThat(Ogc.link(ogc.json("/collections/places/items?limit=999"), "next")).isPresent();
  }

  @Test
  void nextKeepsEveryParameter() {
    String query =
        "limit=2&bbox=120.0,24.0,121.0,25.0&datetime=2020-01-01/2020-06-30&crs=http://www.opengis.net/def/crs/EPSG/0/3826&filter=n%3E4&properties=n";
    String next = Ogc.link(ogc.json("/collections/places/items?" + query), "next").orElseThrow();
    for (String each :
        List.of(
            "limit=2",
            "bbox=120.0,24.0,121.0,25.0",
            "datetime=2020-01-01/2020-06-30",
            "crs=http://www.opengis.net/def/crs/EPSG/0/3826",
            "filter=n%3E4",
            "properties=n",
            "cursor=")) {
      assertThat(next).contains(each);
    }
    JsonNode second = ogc.json(next);
    assertThat(Ogc.ids(second)).containsExactly("7", "8");
    assertThat(second.get("features").get(0).get("geometry").get("coordinates").get(0).asDouble())
        .isEqualTo(210700);
  }

  @Test
  void cursorOfAnotherCollectionIsRefused() {
    String next = Ogc.link(ogc.json("/collections/places/items?limit=2"), "next").orElseThrow();
    String cursor = next.replaceFirst(".*cursor=", "");
    assertThat(ogc.get("/collections/places/items?cursor=" + cursor).statusCode()).isEqualTo(200);
    assertThat(
            ogc.problem(400, "/collections/many/items?cursor=" + cursor)
                .get("parameter")
                .asString())
        .isEqualTo("cursor");
    ogc.problem(400, "/collections/places/items?cursor=" + cursor.substring(1));
    ogc.problem(400, "/collections/places/items?cursor=x" + cursor.substring(1));
  }

  @Test
  void pagesStayExactWhileRowsComeAndGo() {
    OgcData.DATABASE.execute(
        "INSERT INTO layers.flow SELECT i * 10, 'kept', ST_SetSRID(ST_MakePoint(i, i), 3826)"
            + " FROM generate_series(1, 2000) i");
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.of("/collections/flow/items?limit=50");
    for (int round = 1; next.isPresent(); round++) {
      JsonNode page = ogc.json(next.get());
      seen.addAll(Ogc.ids(page));
      next = Ogc.link(page, "next");
      insertAndDelete(round, seen.get(seen.size() - 1));
    }

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen)
        .containsAll(LongStream.rangeClosed(1, 2000).mapToObj(i -> Long.toString(i * 10)).toList());
    assertThat(seen.stream().map(Long::valueOf)).isSorted();
    assertThat(seen.size()).as("rows that came meanwhile were seen too").isGreaterThan(2000);
  }

  /** Before, within and behind what was read; at times the very row that the cursor names. */
  private static void insertAndDelete(int round, String last) {
    OgcData.DATABASE.execute(
        """
        INSERT INTO layers.flow
        SELECT i * 10 + %d, 'new', ST_SetSRID(ST_MakePoint(i, i), 3826)
        FROM generate_series(-50, 2100, 7) i ON CONFLICT DO NOTHING;
        DELETE FROM layers.flow WHERE name = 'new' AND (id %% 3 = 0 OR id = %s)"""
            .formatted(1 + round % 9, last));
  }

  @Test
  void fiftyThousandFeaturesComeInLargePages() {
    assertThat(ogc.allIds("/collections/many/items?limit=10000"))
        .hasSize(50_000)
        .doesNotHaveDuplicates();
  }

  /** Whatever was read is on its way to the client before the next thousand is read. */
  @Test
  void aPageIsWrittenWhileItIsRead() throws IOException {
    CountingStream out = new CountingStream();
    FeatureType type =
        new FeatureType(
            "points",
            List.of(new Attribute("name", AttributeType.TEXT)),
            "geom",
            GeometryKind.POINT,
            Crs.CRS84);
    long[] largestGap = {0};
    Stream<Feature> features =
        IntStream.range(0, 50_000)
            .peek(i -> largestGap[0] = Math.max(largestGap[0], i * 100L - out.count))
            .mapToObj(
                i -> new Feature(type, Integer.toString(i), null, new Object[] {"x".repeat(100)}));
    OgcRequest request =
        OgcRequest.of(new MockHttpServletRequest("GET", "/ogc/collections/points/items"));
    ItemsRequest items =
        new ItemsRequest(
            layer(type), Filter.INCLUDE, 100_000, Optional.empty(), Crs.CRS84, Optional.empty());

    new ItemsDocument(request, type)
        .writePage(items, features, OptionalLong.empty(), Instant.EPOCH, out);

    assertThat(out.count).isGreaterThan(50_000 * 100);
    assertThat(largestGap[0]).isLessThan(100_000);
  }

  private static Layer layer(FeatureType type) {
    LocalText text = LocalText.same("points");
    return new Layer(
        "points",
        text,
        text,
        List.of(),
        "theme",
        "agency",
        new LayerData.Table(new TableRef("s", "t", "id", false, type)),
        Optional.empty(),
        List.of(new StyleInfo("plain", text, "<sld/>")),
        new Provenance(text, "", "", Optional.empty(), false),
        Optional.empty(),
        false,
        Instant.EPOCH,
        LayerTerms.OPEN);
  }

  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
      count += length;
    }
  }
}
