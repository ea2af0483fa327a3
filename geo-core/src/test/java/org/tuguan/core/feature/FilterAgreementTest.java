package org.tuguan.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tuguan.core.feature.TypedFilter.FILTERS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.TestDatabase;

/** Filters select the same features in the database and in memory. */
class FilterAgreementTest {
  private static final MemoryFeatureSource MEMORY = SampleTable.inMemory();
  private static TestDatabase database;
  private static PostGisFeatureSource stored;

  @BeforeAll
  static void fill() {
    database = TestDatabase.create();
    SampleTable.create(database);
    stored = SampleTable.stored(database);
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private static Set<Integer> ids(FeatureSource source, Filter filter) {
    try (Stream<Feature> features = source.features(Query.ALL.withFilter(filter))) {
      return features
          .map(feature -> Integer.valueOf(feature.id()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<Integer> rows(IntPredicate wanted) {
    return IntStream.rangeClosed(1, SampleTable.ROWS)
        .filter(wanted)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "floors = 4",
        "floors = '4'",
        "floors <> 4",
        "NOT (floors = 4)",
        "NOT (floors > 3 OR open = true)",
        "NOT (floors > 3 AND open = false)",
        "floors + 1 > height * 2 - 3",
        "height / 2 < floors",
        "height BETWEEN 3 AND 12.5",
        "NOT (height BETWEEN 3 AND 12.5)",
        "name IN ('Alpha', 'O''Neil', '西屯')",
        "name NOT IN ('Alpha', 'O''Neil')",
        "IN ('7', '8', '199', 'x''; DROP TABLE sample')",
        "\"@id\" = '17'",
        "name IS NULL",
        "name IS NOT NULL AND open = true",
        "geom IS NULL",
        "name LIKE '%l%'",
        "name LIKE 'A_pha'",
        "name ILIKE 'ALPHA'",
        "NOT (name LIKE 'a%')",
        "name LIKE '50\\%\\_off'",
        "name LIKE '50%off'",
        "name LIKE '_屯'",
        "strToLowerCase(name) = 'alpha'",
        "strToUpperCase(name) = 'ALPHA'",
        "strLength(name) > 4",
        "strConcat(name, 'x') = 'Alphax'",
        "ceil(height) = 7",
        "floor(height) = 7",
        "built = '2020-02-01'",
        "built AFTER 2020-02-01T00:00:00+08:00",
        "built BEFORE 2020-02-01T00:00:00+08:00",
        "built DURING 2020-02-01T00:00:00+08:00/2020-03-01T00:00:00+08:00",
        "seen AFTER 2021-01-03T00:00:00Z",
        "seen TEQUALS 2021-01-03T05:00:00+08:00",
        "seen DURING 2021-01-03T00:00:00Z/P1D",
        "seen < '2021-01-02T03:00:00'",
        "INTERSECTS(geom, POLYGON((210100 2669990, 210200 2669990, 210200 2670010, 210100 2669990)))",
        "NOT INTERSECTS(geom, POLYGON((210100 2669990, 210200 2669990, 210200 2670010, 210100 2669990)))",
        "WITHIN(geom, POLYGON((210100 2660000, 211200 2660000, 211200 2680010, 210100 2660000)))",
        "CONTAINS(geom, POINT(210115 2670000.5))",
        "DISJOINT(geom, POLYGON((210100 2669990, 210200 2669990, 210200 2670010, 210100 2669990)))",
        "TOUCHES(geom, LINESTRING(210110 2600000, 210110 2700000))",
        "CROSSES(geom, LINESTRING(210000 2670000.5, 210115 2670000.5))",
        "OVERLAPS(geom, POLYGON((210100 2670000, 210200 2670000, 210200 2670010, 210100 2670000)))",
        "EQUALS(geom, POINT(210020 2670000))",
        "BBOX(geom, 210100, 2669990, 210200, 2670010)",
        "DWITHIN(geom, POINT(210500 2670000), 0.05, kilometers)",
        "BEYOND(geom, POINT(210500 2670000), 100, meters)",
        "INCLUDE",
        "EXCLUDE",
        "NOT (INCLUDE)"
      })
  void sameInTheDatabaseAndInMemory(String text) throws CQLException {
    Filter filter = ECQL.toFilter(text);

    Set<Integer> expected = ids(MEMORY, filter);

    assertThat(ids(stored, filter)).isEqualTo(expected);
    assertThat(stored.count(Query.ALL.withFilter(filter))).isEqualTo(expected.size());
    if (!text.contains("EXCLUDE") && !text.equals("NOT (INCLUDE)")) {
      assertThat(expected).isNotEmpty();
    }
  }

  @Test
  void comparisonWithAMissingValueIsNeitherTrueNorFalse() throws CQLException {
    assertThat(ids(stored, ECQL.toFilter("floors <> 4")))
        .isEqualTo(rows(i -> i % 5 > 0 && i % 13 != 4));
    assertThat(ids(stored, ECQL.toFilter("NOT (floors = 4)")))
        .isEqualTo(rows(i -> i % 5 > 0 && i % 13 != 4));
  }

  @Test
  void equalityWithoutCase() {
    Filter filter = FILTERS.equal(FILTERS.property("name"), FILTERS.literal("ALPHA"), false);

    assertThat(ids(stored, filter))
        .isEqualTo(rows(i -> i % 9 > 0 && i % 7 < 2))
        .isEqualTo(ids(MEMORY, filter));
  }

  @Test
  void likeWithOtherSigns() {
    Filter filter = FILTERS.like(FILTERS.property("name"), "50!%?of*", "*", "?", "!", true);

    assertThat(ids(stored, filter)).isEqualTo(rows(i -> i % 9 > 0 && i % 7 == 2));
    assertThat(ids(MEMORY, filter)).isEqualTo(rows(i -> i % 9 > 0 && i % 7 == 2));
  }

  @Test
  void randomFilters() {
    Random random = new Random(20260101);
    for (int i = 0; i < 80; i++) {
      Filter filter = randomFilter(random, 3);
      assertThat(ids(stored, filter)).as(filter.toString()).isEqualTo(ids(MEMORY, filter));
    }
  }

  private static Filter randomFilter(Random random, int depth) {
    int kind = random.nextInt(depth > 0 ? 8 : 5);
    return switch (kind) {
      case 0 -> comparison(random, "floors", FILTERS.literal(random.nextInt(13)));
      case 1 -> comparison(random, "height", FILTERS.literal(random.nextInt(200) / 4.0));
      case 2 ->
          comparison(
              random, "built", FILTERS.literal(LocalDate.of(2020, 1, 1 + random.nextInt(31))));
      case 3 ->
          comparison(
              random,
              "seen",
              FILTERS.literal(
                  OffsetDateTime.parse("2021-01-01T00:00:00Z").plusHours(random.nextInt(200))));
      case 4 -> FILTERS.isNull(FILTERS.property(random.nextBoolean() ? "name" : "geom"));
      case 5 -> FILTERS.not(randomFilter(random, depth - 1));
      case 6 ->
          FILTERS.and(List.of(randomFilter(random, depth - 1), randomFilter(random, depth - 1)));
      default ->
          FILTERS.or(List.of(randomFilter(random, depth - 1), randomFilter(random, depth - 1)));
    };
  }

  private static Filter comparison(Random random, String name, Expression value) {
    Expression property = FILTERS.property(name);
    return switch (random.nextInt(6)) {
      case 0 -> FILTERS.equal(property, value, true);
      case 1 -> FILTERS.notEqual(property, value, true);
      case 2 -> FILTERS.less(property, value);
      case 3 -> FILTERS.lessOrEqual(value, property);
      case 4 -> FILTERS.greater(property, value);
      default -> FILTERS.greaterOrEqual(property, value);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x' OR '1'='1",
        "'; DROP TABLE sample; --",
        "\\'; DROP TABLE sample; --",
        "$1",
        "?",
        "{fn now()}",
        "%s%n"
      })
  void valuesAreNeverSql(String evil) {
    Expression name = FILTERS.property("name");
    assertThat(ids(stored, FILTERS.equals(name, FILTERS.literal(evil)))).isEmpty();
    assertThat(ids(stored, FILTERS.like(name, evil, "*", ".", "!"))).isEmpty();
    assertThat(ids(stored, FILTERS.id(FILTERS.featureId(evil)))).isEmpty();
    assertThat(stored.count(Query.ALL)).isEqualTo(SampleTable.ROWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name\" = '' OR true --", "nope", "id", "pg_sleep(10)", "Name", "a?b"})
  void unknownAttributeIsNamedWithThoseAllowed(String name) {
    Filter filter = FILTERS.equals(FILTERS.property(name), FILTERS.literal("x"));
    for (FeatureSource source : List.of(stored, MEMORY)) {
      assertThatThrownBy(() -> ids(source, filter))
          .isInstanceOf(RequestException.class)
          .matches(e -> ((RequestException) e).fault() == Fault.INVALID_PARAMETER)
          .hasMessageContaining(name)
          .hasMessageContaining("floors");
    }
  }

  @Test
  void attributeWithAQuoteInItsNameIsRead() {
    Filter filter = FILTERS.equals(FILTERS.property("名稱 \"x\""), FILTERS.literal("n17"));

    assertThat(ids(stored, filter)).containsExactly(17);
    assertThat(ids(MEMORY, filter)).containsExactly(17);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "floors = 'many'",
        "floors > name",
        "height = '0x10'",
        "height > 'NaN'",
        "open = 'perhaps'",
        "built > 'yesterday'",
        "built = 'x'",
        "floors LIKE '1%'",
        "geom = 5",
        "name + 1 = 2",
        "name = geom",
        "INTERSECTS(name, POINT(1 1))",
        "INTERSECTS(nope, POINT(1 1))",
        "DWITHIN(geom, POINT(1 1), 5, parsecs)",
        "strTrim(name) = 'x'",
        "area(geom) > 5",
        "env('x') = 'y'"
      })
  void whatCannotBeComparedIsAFaultAndNoSqlError(String text) {
    for (FeatureSource source : List.of(stored, MEMORY)) {
      assertThatThrownBy(() -> ids(source, ECQL.toFilter(text)))
          .isInstanceOfAny(RequestException.class, CQLException.class);
    }
  }

  @Test
  void functionThatIsNotAllowedIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> ids(stored, ECQL.toFilter("strTrim(name) = 'x'")))
        .hasMessageContaining("strTrim")
        .hasMessageContaining("strToLowerCase");
  }

  @Test
  void textWithAZeroCharacterIsAFault() {
    Filter filter = FILTERS.equals(FILTERS.property("name"), FILTERS.literal("a\0b"));
    assertThatThrownBy(() -> ids(stored, filter)).isInstanceOf(RequestException.class);
  }
}
