package org.tuguan.core.feature.cql2;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tuguan.core.feature.cql2.Cql2Filters.json;
import static org.tuguan.core.feature.cql2.Cql2Filters.text;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.geotools.api.filter.Or;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** Faults say where they are; nonsense is refused, and what goes too deep. */
class Cql2FaultsTest {
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
