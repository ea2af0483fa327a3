package org.tuguan.core.feature.cql2;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.geotools.api.filter.And;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;

class Cql2Test {
  private static final FeatureType TYPE = type(Crs.CRS84);

  private static FeatureType type(Crs crs) {
    return new FeatureType(
        "places",
        List.of(
            new Attribute("name", AttributeType.TEXT),
            new Attribute("名稱", AttributeType.TEXT),
            new Attribute("two words", AttributeType.TEXT),
            new Attribute("n", AttributeType.INTEGER),
            new Attribute("area", AttributeType.NUMBER),
            new Attribute("open", AttributeType.BOOLEAN),
            new Attribute("built", AttributeType.DATE),
            new Attribute("seen", AttributeType.TIMESTAMP)),
        "geom",
        GeometryKind.MIXED,
        crs);
  }

  private static Filter text(String filter) {
    return Cql2.text(filter, TYPE, Crs.CRS84);
  }

  private static Filter json(String filter) {
    return Cql2.json(filter, TYPE, Crs.CRS84);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n = 5 | {'op':'=','args':[{'property':'n'},5]}",
        "n <> -5 | {'op':'<>','args':[{'property':'n'},-5]}",
        "area >= 1.5e3 | {'op':'>=','args':[{'property':'area'},1.5e3]}",
        "5 < n | {'op':'<','args':[5,{'property':'n'}]}",
        "名稱 = '臺中市' | {'op':'=','args':[{'property':'名稱'},'臺中市']}",
        "\"two words\" = 'x' | {'op':'=','args':[{'property':'two words'},'x']}",
        "open | {'op':'=','args':[{'property':'open'},true]}",
        "open = FALSE | {'op':'=','args':[{'property':'open'},false]}",
        "name LIKE '西%' | {'op':'like','args':[{'property':'name'},'西%']}",
        "name NOT LIKE '_a' | {'op':'not','args':[{'op':'like','args':[{'property':'name'},'_a']}]}",
        "CASEI(name) = CASEI('ABC') | {'op':'=','args':[{'op':'casei','args':[{'property':'name'}]},{'op':'casei','args':['ABC']}]}",
        "CASEI(name) LIKE CASEI('A%') | {'op':'like','args':[{'op':'casei','args':[{'property':'name'}]},{'op':'casei','args':['A%']}]}",
        "n BETWEEN 1 AND 3 | {'op':'between','args':[{'property':'n'},1,3]}",
        "n NOT BETWEEN 1 AND 3 | {'op':'not','args':[{'op':'between','args':[{'property':'n'},1,3]}]}",
        "n IN (1, 2) | {'op':'in','args':[{'property':'n'},[1,2]]}",
        "n NOT IN (1) | {'op':'not','args':[{'op':'in','args':[{'property':'n'},[1]]}]}",
        "name IS NULL | {'op':'isNull','args':[{'property':'name'}]}",
        "name IS NOT NULL | {'op':'not','args':[{'op':'isNull','args':[{'property':'name'}]}]}",
        "n + 1 * 2 > area | {'op':'>','args':[{'op':'+','args':[{'property':'n'},{'op':'*','args':[1,2]}]},{'property':'area'}]}",
        "-n / 2 = 1 | {'op':'=','args':[{'op':'/','args':[{'op':'*','args':[-1,{'property':'n'}]},2]},1]}",
        "n = 1 AND area = 2 AND open | {'op':'and','args':[{'op':'=','args':[{'property':'n'},1]},{'op':'=','args':[{'property':'area'},2]},{'property':'open'}]}",
        "S_INTERSECTS(geom, POINT(120.6 24.1)) | {'op':'s_intersects','args':[{'property':'geom'},{'type':'Point','coordinates':[120.6,24.1]}]}",
        "S_WITHIN(geom, BBOX(120,24,121,25)) | {'op':'s_within','args':[{'property':'geom'},{'bbox':[120,24,121,25]}]}",
        "S_CONTAINS(geometry, LINESTRING(1 2, 3 4)) | {'op':'s_contains','args':[{'property':'geometry'},{'type':'LineString','coordinates':[[1,2],[3,4]]}]}",
        "S_TOUCHES(geom, POLYGON((0 0,4 0,4 4,0 0),(1 0.5,2 0.5,2 1,1 0.5))) | {'op':'s_touches','args':[{'property':'geom'},{'type':'Polygon','coordinates':[[[0,0],[4,0],[4,4],[0,0]],[[1,0.5],[2,0.5],[2,1],[1,0.5]]]}]}",
        "S_EQUALS(geom, MULTIPOINT((1 2),(3 4))) | {'op':'s_equals','args':[{'property':'geom'},{'type':'MultiPoint','coordinates':[[1,2],[3,4]]}]}",
        "S_CROSSES(geom, MULTILINESTRING((1 2,3 4))) | {'op':'s_crosses','args':[{'property':'geom'},{'type':'MultiLineString','coordinates':[[[1,2],[3,4]]]}]}",
        "S_OVERLAPS(geom, MULTIPOLYGON(((0 0,1 0,1 1,0 0)))) | {'op':'s_overlaps','args':[{'property':'geom'},{'type':'MultiPolygon','coordinates':[[[[0,0],[1,0],[1,1],[0,0]]]]}]}",
        "S_DISJOINT(geom, GEOMETRYCOLLECTION(POINT(1 2))) | {'op':'s_disjoint','args':[{'property':'geom'},{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]}]}]}",
        "built = DATE('2020-02-29') | {'op':'=','args':[{'property':'built'},{'date':'2020-02-29'}]}",
        "T_AFTER(seen, TIMESTAMP('2020-01-01T00:00:00Z')) | {'op':'t_after','args':[{'property':'seen'},{'timestamp':'2020-01-01T00:00:00Z'}]}",
        "T_DURING(built, INTERVAL('2020-01-01','..')) | {'op':'t_during','args':[{'property':'built'},{'interval':['2020-01-01','..']}]}",
        "T_INTERSECTS(INTERVAL(built, '2020-01-01'), INTERVAL('..','..')) | {'op':'t_intersects','args':[{'interval':[{'property':'built'},'2020-01-01']},{'interval':['..','..']}]}"
      })
  void bothNotationsMeanTheSame(String text, String json) {
    assertThat(text(text)).isEqualTo(json(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n = 1 OR n = 2 AND n = 3 | n = 1 OR (n = 2 AND n = 3)",
        "NOT n = 1 AND n = 2 | (NOT n = 1) AND n = 2",
        "n + 2 * 3 - 4 = 1 | ((n + (2 * 3)) - 4) = 1",
        "n between 1 and 2 and open | (n between 1 and 2) and (open)",
        "n / 2 / 2 = 1 | (n / 2) / 2 = 1",
        "((n)) = (1) | n = 1",
        "S_WITHIN(POINT(1 2), geom) | S_CONTAINS(geom, POINT(1 2))",
        "S_INTERSECTS(BBOX(0,0,1,1), geom) | S_INTERSECTS(geom, BBOX(0,0,1,1))",
        "n = 1 AND TRUE | n = 1",
        "n = 1 OR 1 = 2 | n = 1",
        "n = +1 | n = 1",
        "n=1and n=2 | n = 1 AND n = 2"
      })
  void bindsAsTheStandardSays(String written, String meant) {
    assertThat(text(written)).isEqualTo(text(meant));
  }

  @Test
  void orIsLooserThanAndAndNotIsTightest() {
    Filter filter = text("n = 1 OR NOT n = 2 AND n = 3");
    assertThat(filter).isInstanceOf(Or.class);
    Filter second = ((Or) filter).getChildren().get(1);
    assertThat(second).isInstanceOf(And.class);
    assertThat(((And) second).getChildren().get(0)).isInstanceOf(Not.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 = 1",
        "TRUE",
        "NOT 1 > 2",
        "'a' LIKE '_'",
        "1 + 1 = 2",
        "DATE('2020-01-02') > DATE('2020-01-01')",
        "TIMESTAMP('2020-01-01T12:00:00Z') = DATE('2020-01-01')",
        "S_INTERSECTS(POINT(1 1), BBOX(0,0,2,2))",
        "n = 1 OR TRUE"
      })
  void whatIsAlwaysTrueIsDecidedAtOnce(String filter) {
    assertThat(text(filter)).isSameAs(Filter.INCLUDE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'' | position 1: expected an attribute, a value or '(', found the end",
        "n = | position 4: expected an attribute, a value or '(', found the end",
        "n == 1 | position 4: expected an attribute",
        "n = 1 n | position 7: expected AND, OR or the end, found 'n'",
        "(n = 1 | position 7: expected ')', found the end",
        "m = 1 | position 1: there is no attribute 'm'; there are name, 名稱",
        "n = 'x' | position 5: expected a number, found text",
        "name = 5 | position 8: expected a text in single quotes, found number",
        "built = '2020-01-01' | position 9: expected a date as DATE('2026-01-31'), found text",
        "name = 'x | position 8: a quote that is never closed",
        "n ~ 1 | position 3: no filter contains '~' here",
        "n IN () | position 7: expected an attribute, a value or '('",
        "n NOT 1 | position 7: expected LIKE, BETWEEN or IN, found '1'",
        "n BETWEEN 1 OR 2 | position 13: expected AND, found 'OR'",
        "n IS 1 | position 6: expected NULL, found '1'",
        "name LIKE name | position 11: the pattern of LIKE is a text in quotes",
        "name LIKE 'a\\' | position 11: a quote that is never closed",
        "name LIKE 'a\\\\\\' | position 11: a quote that is never closed",
        "n LIKE '1%' | position 1: expected text, found number",
        "open > TRUE | position 8: truth values compare by = and <> only",
        "n | position 1: expected boolean, found number",
        "DATE('2020-02-30') = built | position 1: expected a date",
        "TIMESTAMP('yesterday') = seen | position 1: expected a time",
        "BUFFER(geom, 1) = 1 | position 1: expected a value; known functions are casei",
        "n % 2 = 1 | position 3: % is not offered by this server",
        "S_NEAR(geom, POINT(1 2)) | position 1: spatial conditions take two arguments and are s_contains",
        "S_INTERSECTS(name, POINT(1 2)) | position 14: expected a geometry or the attribute geom",
        "S_INTERSECTS(geom, POINT(1)) | position 20: not a geometry in well-known text",
        "S_INTERSECTS(geom, POINT(1 2) | position 30: expected ')'",
        "S_INTERSECTS(geom, POLYGON((0 0,1 1,0 1,1 0,0 0))) | position 20: not a valid geometry: Self-intersection",
        "S_INTERSECTS(geom, POLYGON((0 0,1 1,0 1))) | position 20: not a geometry in well-known text",
        "S_INTERSECTS(geom, POINT(NaN 2)) | position 20: a coordinate that is nowhere",
        "S_INTERSECTS(geom, BBOX(1,2,3)) | position 20: a box has 4 numbers",
        "S_INTERSECTS(geom, BBOX(1,5,3,4)) | position 20: the first corner of a box is the lower left one",
        "S_TOUCHES(geom, GEOMETRYCOLLECTION(POINT(1 2))) | position 17: a GEOMETRYCOLLECTION goes with",
        "T_DURING(built, INTERVAL('2021-01-01','2020-01-01')) | position 17: the interval ends before it starts",
        "T_DURING(built, INTERVAL('x','2020-01-01')) | position 26: expected a date, a time or '..', found 'x'",
        "T_SOON(built, built) | position 1: temporal conditions take two arguments and are t_after",
        "T_AFTER(n, built) | position 9: expected a date or a time, found number",
        "built = seen | position 9: a date and a time compare only if one is a literal",
        "n = 1e999 | position 5: a number out of range",
        "n = 1e | position 6: a number whose exponent has no digits",
        "geom = 1 | position 1: a geometry takes part in S_INTERSECTS and the like only",
        "n = 1; DROP TABLE places | position 6: no filter contains ';' here"
      })
  void faultsSayWhereAndWhatWasExpected(String filter, String message) {
    String read = filter.equals("''") ? "" : filter;
    assertThatThrownBy(() -> text(read))
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.INVALID_PARAMETER);
              assertThat(e.parameter()).isEqualTo("filter");
              assertThat(e).hasMessageStartingWith("filter, " + message);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | position",
        "[] | $: expected an object or a value, found a list",
        "{'op':'='} | $.args: expected a list, found nothing",
        "{'op':'=','args':[{'property':'n'},{'property':'zz'}]} | $.args[1]: there is no attribute 'zz'",
        "{'op':'and','args':[]} | $: and takes conditions",
        "{'op':'like','args':[{'property':'name'},'a\\\\']} | $.args[1]: the pattern ends with \\",
        "{'op':'=','args':[{'property':'name'},'a\\u0000']} | $.args[1]: a text with a character",
        "{'op':'=','args':[{'property':'name'},'\\ud800']} | $.args[1]: a text with a character",
        "{'property':5} | $.property: expected a text",
        "{'op':'s_within','args':[{'property':'geom'},{'type':'Circle','coordinates':[]}]} | $.args[1].type: not a geometry of GeoJSON",
        "{'op':'in','args':[{'property':'n'},5]} | $.args[1]: expected a list",
        "{'op':'in','args':[{'property':'n'},[]]} | $: in takes a value and a list that is not empty",
        "{'op':'not','args':[true,false]} | $: not takes 1 arguments, found 2",
        "true false | position 6: expected the end"
      })
  void faultsInJsonSayWhere(String filter, String message) {
    assertThatThrownBy(() -> json(filter.replace('\'', '"')))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith("filter, " + message);
  }

  @Test
  void quotesInTextsAreEscapedTwice() {
    assertThat(literal(text("name = 'O''Hara\\'s'"))).isEqualTo("O'Hara's");
    assertThat(literal(text("name = '1\" OR \"1\"=\"1'"))).isEqualTo("1\" OR \"1\"=\"1");
  }

  private static Object literal(Filter filter) {
    return ((Literal) ((PropertyIsEqualTo) filter).getExpression2()).getValue();
  }

  @Test
  void casesAreFoldedOnBothSides() {
    PropertyIsLike like = (PropertyIsLike) text("CASEI(name) LIKE CASEI('Tai%')");
    assertThat(like.getLiteral()).isEqualTo("tai%");
    assertThat(like.getExpression()).hasToString("strToLowerCase([name])");
  }

  @Test
  void aDateAmongTimesIsItsWholeDayInTaipei() {
    assertThat(text("seen = DATE('2020-01-01')"))
        .isEqualTo(
            text(
                "seen <= TIMESTAMP('2020-01-01T15:59:59.999999Z')"
                    + " AND seen >= TIMESTAMP('2019-12-31T16:00:00Z')"));
    assertThat(text("seen > DATE('2020-01-01')"))
        .isEqualTo(text("seen > TIMESTAMP('2020-01-01T15:59:59.999999Z')"));
    assertThat(text("T_BEFORE(seen, DATE('2020-01-01'))"))
        .isEqualTo(text("seen < TIMESTAMP('2019-12-31T16:00:00Z')"));
  }

  @Test
  void aTimeAmongDatesIsItsDayInTaipei() {
    assertThat(text("built >= TIMESTAMP('2019-12-31T16:00:00Z')"))
        .isEqualTo(text("built >= DATE('2020-01-01')"));
  }

  @Test
  void timesAreReadWithAnyOffset() {
    assertThat(text("seen = TIMESTAMP('2020-01-01T08:00:00+08:00')"))
        .isEqualTo(text("seen = TIMESTAMP('2020-01-01T00:00:00Z')"));
    assertThat(
            ((OffsetDateTime) literal(text("seen = TIMESTAMP('2020-01-01T00:00:00.5Z')")))
                .toInstant())
        .isEqualTo(Instant.parse("2020-01-01T00:00:00.500Z"));
    assertThat(literal(text("built = DATE('2020-01-01')"))).isEqualTo(LocalDate.of(2020, 1, 1));
  }

  @Test
  void openEndsStillWantAValue() {
    assertThat(text("T_INTERSECTS(built, INTERVAL('..', '..'))"))
        .isEqualTo(text("built IS NOT NULL"))
        .isNotSameAs(Filter.INCLUDE);
    assertThat(text("T_AFTER(built, INTERVAL('2020-01-01', '..'))")).isSameAs(Filter.EXCLUDE);
  }

  @Test
  void temporalConditionsAreComparisonsOfEnds() {
    assertThat(text("T_DURING(built, INTERVAL('2020-01-01','2020-12-31'))"))
        .isEqualTo(text("built > DATE('2020-01-01') AND built < DATE('2020-12-31')"));
    assertThat(text("T_INTERSECTS(INTERVAL('2020-01-01','2020-12-31'), built)"))
        .isEqualTo(text("DATE('2020-01-01') <= built AND DATE('2020-12-31') >= built"));
  }

  @Test
  void geometriesArriveInTheSystemOfTheData() {
    Filter inDegrees =
        Cql2.text("S_INTERSECTS(geom, POINT(120.6 24.1))", type(Crs.TWD97_TM2_121), Crs.CRS84);
    Filter northFirst =
        Cql2.text("S_INTERSECTS(geom, POINT(24.1 120.6))", type(Crs.TWD97_TM2_121), Crs.WGS84);
    Filter inMetres =
        Cql2.text(
            "S_INTERSECTS(geom, POINT(216000 2672000))",
            type(Crs.TWD97_TM2_121),
            Crs.TWD67_TM2_121);
    double[] expected = {120.6, 24.1};
    CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121).apply(expected, 0, expected, 0, 1);
    assertThat(shape(inDegrees).getCoordinate().x).isEqualTo(expected[0]);
    assertThat(shape(northFirst).getCoordinate().y).isEqualTo(expected[1]);
    assertThat(shape(inMetres).getCoordinate().x).isBetween(216_800.0, 216_860.0);
    assertThat(shape(inMetres).getCoordinate().y).isBetween(2_671_760.0, 2_671_830.0);
  }

  private static Geometry shape(Filter filter) {
    return (Geometry) ((Literal) ((BinarySpatialOperator) filter).getExpression2()).getValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:3826", "EPSG:3857", "EPSG:3828", "CRS:84"})
  void aBoxAroundTheWorldMeetsEveryMap(String crs) {
    FeatureType type = type(Crs.find(crs).orElseThrow());
    double[] taichung = {120.68, 24.14};
    CoordinateTransform.between(Crs.CRS84, type.crs()).apply(taichung, 0, taichung, 0, 1);
    Filter world = Cql2.text("S_INTERSECTS(geom, BBOX(-180,-90,180,90))", type, Crs.CRS84);
    Geometry box = shape(world);
    assertThat(
            box.contains(
                box.getFactory()
                    .createPoint(
                        new org.locationtech.jts.geom.CoordinateXY(taichung[0], taichung[1]))))
        .isTrue();
    Filter away =
        Cql2.text("S_INTERSECTS(geom, BBOX(-80,-5,-70,5))", type(Crs.TWD97_TM2_121), Crs.CRS84);
    assertThat(away).isSameAs(Filter.EXCLUDE);
  }

  @Test
  void aBoxMayCrossTheAntimeridian() {
    Geometry shape = shape(text("S_INTERSECTS(geom, BBOX(177,65,-177,70))"));
    assertThat(shape.getNumGeometries()).isEqualTo(2);
    assertThat(shape.getArea()).isEqualTo(30);
  }

  @Test
  void nestingAndLengthHaveLimits() {
    String deep = "(".repeat(50_000) + "n" + ")".repeat(49_000);
    assertThatThrownBy(() -> text(deep)).isInstanceOf(RequestException.class);
    assertThatThrownBy(() -> text("NOT ".repeat(20_000) + "open"))
        .isInstanceOf(RequestException.class);
    assertThatThrownBy(() -> text("n " + "+ 1 ".repeat(20_000) + " = 1"))
        .isInstanceOf(RequestException.class);
    assertThatThrownBy(() -> json("[".repeat(50_000))).isInstanceOf(RequestException.class);
    assertThatThrownBy(() -> text("x".repeat(100_001)))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
    assertThatThrownBy(
            () ->
                text(
                    "S_INTERSECTS(geom, "
                        + "GEOMETRYCOLLECTION(".repeat(3000)
                        + ")".repeat(3000)
                        + ")"))
        .isInstanceOf(RequestException.class);
    String numbers = IntStream.range(0, 5_000).mapToObj(Integer::toString).collect(joining(","));
    assertThat(((Or) text("n IN (" + numbers + ")")).getChildren()).hasSize(5_000);
  }

  @Test
  void nonsenseIsRefusedAndNothingElseHappens() {
    List<String> pieces =
        List.of(
            "n",
            "名稱",
            "(",
            ")",
            "=",
            "<>",
            "'",
            "\"",
            "\\",
            "AND",
            "OR",
            "NOT",
            " ",
            "1",
            ".5",
            "-",
            "*",
            "/",
            "^",
            "LIKE",
            "IN",
            "BETWEEN",
            "IS",
            "NULL",
            "POINT",
            "POLYGON((0 0,1 1,0 0))",
            "BBOX(",
            "S_INTERSECTS(geom,",
            "T_AFTER(built,",
            "INTERVAL(",
            "DATE('2020-01-01')",
            "TIMESTAMP('2020-01-01T00:00:00Z')",
            "seen",
            "built",
            ",",
            "CASEI(",
            "'..'",
            "\u0000",
            "😀",
            "true",
            "{",
            "}",
            "[",
            "]",
            ":",
            "\"op\"",
            "\"args\"",
            "\"and\"",
            "\"property\"",
            "\"n\"");
    Random random = new Random(7);
    for (int i = 0; i < 40_000; i++) {
      StringBuilder filter = new StringBuilder();
      int length = random.nextInt(14);
      for (int j = 0; j < length; j++) {
        filter
            .append(pieces.get(random.nextInt(pieces.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      tolerated(filter.toString());
    }
  }

  private static void tolerated(String filter) {
    for (boolean asText : List.of(true, false)) {
      try {
        assertThat(asText ? text(filter) : json(filter)).isNotNull();
      } catch (RequestException e) {
        assertThat(e).hasMessageStartingWith("filter, ");
      } catch (RuntimeException e) {
        throw new AssertionError(filter, e);
      }
    }
  }
}
