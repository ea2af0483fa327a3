package org.tuguan.core.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tuguan.core.feature.cql2.Cql2Filters.json;
import static org.tuguan.core.feature.cql2.Cql2Filters.literal;
import static org.tuguan.core.feature.cql2.Cql2Filters.text;

import org.geotools.api.filter.And;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsLike;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters mean, in both notations. */
class Cql2Test {
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

  @Test
  void quotesInTextsAreEscapedTwice() {
    assertThat(literal(text("name = 'O''Hara\\'s'"))).isEqualTo("O'Hara's");
    assertThat(literal(text("name = '1\" OR \"1\"=\"1'"))).isEqualTo("1\" OR \"1\"=\"1");
  }

  @Test
  void casesAreFoldedOnBothSides() {
    PropertyIsLike like = (PropertyIsLike) text("CASEI(name) LIKE CASEI('Tai%')");
    assertThat(like.getLiteral()).isEqualTo("tai%");
    assertThat(like.getExpression()).hasToString("strToLowerCase([name])");
  }
}
