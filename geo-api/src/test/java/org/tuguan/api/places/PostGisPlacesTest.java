package org.tuguan.api.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.places.PostGisPlaces.Found;
import org.tuguan.core.LocalText;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.catalog.LayerTerms;
import org.tuguan.core.catalog.Provenance;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.TableRef;

class PostGisPlacesTest {
  private static TestDatabase database;
  private static PostGisPlaces places;
  private static TableRef table;

  @BeforeAll
  static void makeVillages() {
    database = TestDatabase.create();
    database.execute(
        """
        CREATE TABLE "Vil""lages" (fid bigint PRIMARY KEY, geom geometry(Polygon, 3826), name_zh text,
          name_en text, town_zh text);
        INSERT INTO "Vil""lages" VALUES
          (1, ST_MakeEnvelope(215000, 2672000, 216000, 2673000, 3826), '西屯里', 'Xitun Village', '西屯區'),
          (2, ST_MakeEnvelope(216000, 2672000, 217000, 2673000, 3826), '何厝里', 'Hecuo Village', '西屯區'),
          (3, ST_MakeEnvelope(217000, 2672000, 218000, 2673000, 3826), '小西屯', NULL, '北區'),
          (4, ST_MakeEnvelope(218000, 2672000, 219000, 2673000, 3826), '臺 100%', 'Odd', '北區'),
          (5, NULL, '西屯空里', 'Nowhere', '北區')
        """);
    places = new PostGisPlaces(JdbcClient.create(database.dataSource()));
    List<Attribute> attributes =
        List.of("name_zh", "name_en", "town_zh").stream()
            .map(name -> new Attribute(name, AttributeType.TEXT))
            .toList();
    table =
        new TableRef(
            "public",
            "Vil\"lages",
            "fid",
            false,
            new FeatureType(
                "villages", attributes, "geom", GeometryKind.POLYGON, Crs.TWD97_TM2_121));
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void namesThatBeginWithTheTextComeFirst() {
    assertThat(names("西屯")).containsExactly("西屯里", "小西屯");
    assertThat(find("西屯").stream().map(Found::prefix)).containsExactly(true, false);
  }

  @Test
  void aTableWithoutTheNamesHasNoPlaces() {
    PlaceQuery query = PlaceQuery.parse("西屯", null);

    assertThat(places.find(layer(), table, "village", query)).isEmpty();
  }

  @Test
  void englishNamesAreFoundInAnyCase() {
    assertThat(names("hecuo")).containsExactly("何厝里");
  }

  @Test
  void bothFormsOfTaiFindTheSame() {
    assertThat(names("台")).isEqualTo(names("臺")).containsExactly("臺 100%");
  }

  @Test
  void districtAndVillageTogetherNameOnePlace() {
    assertThat(names("西屯區何厝")).containsExactly("何厝里");
  }

  @Test
  void theDistrictAloneDoesNotListItsVillages() {
    assertThat(names("西屯區")).isEmpty();
  }

  @Test
  void wildcardsFindOnlyThemselves() {
    assertThat(names("%")).containsExactly("臺 100%");
    assertThat(names("_")).isEmpty();
  }

  @Test
  void attemptsToSpeakSqlFindNothing() {
    assertThat(names("' OR '1'='1")).isEmpty();
    assertThat(names("西屯'; DROP TABLE \"Vil\"\"lages\"; --")).isEmpty();
    assertThat(names("西屯")).hasSize(2);
  }

  @Test
  void boundsAreDegreesWestSouthEastNorth() {
    Place place = find("何厝").get(0).place();
    assertThat(place.context()).isEqualTo("西屯區");
    assertThat(place.id()).isEqualTo("2");
    assertThat(place.bounds().get(0)).isBetween(120.66, 120.67);
    assertThat(place.bounds().get(1)).isBetween(24.15, 24.16);
    assertThat(place.bounds().get(2)).isBetween(120.67, 120.68);
    assertThat(place.bounds().get(3)).isBetween(24.16, 24.17);
  }

  @Test
  void noMoreThanTheLimitComeBack() {
    assertThat(places.find(layer(), table, "name_zh", PlaceQuery.parse("西", "2"))).hasSize(2);
  }

  private static List<String> names(String text) {
    return find(text).stream().map(found -> found.place().name()).toList();
  }

  private static List<Found> find(String text) {
    return places.find(layer(), table, "name_zh", PlaceQuery.parse(text, null));
  }

  private static Layer layer() {
    return new Layer(
        "villages",
        LocalText.same("村里"),
        LocalText.same(""),
        List.of(),
        "t",
        "a",
        new LayerData.Table(table),
        Optional.empty(),
        List.of(new StyleInfo("default", LocalText.same("x"), "<x/>")),
        new Provenance(LocalText.same(""), "", "", Optional.empty(), false),
        Optional.of("name_zh"),
        false,
        Instant.EPOCH,
        LayerTerms.OPEN);
  }
}
