package org.tuguan.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;

/** Filters from outside: read, or refused with the parameter's name. */
class EcqlReaderTest {
  private final FeatureType type =
      new FeatureType(
          "roads",
          List.of(
              new Attribute("路名", AttributeType.TEXT),
              new Attribute("width", AttributeType.NUMBER)),
          "geom",
          GeometryKind.LINE,
          Crs.TWD97_TM2_121);

  private Filter read(String text) {
    return EcqlReader.read("CQL_FILTER", text, type);
  }

  @Test
  void namesOfAnyScriptAreRead() {
    Feature road = new Feature(type, "1", null, new Object[] {"臺灣大道", 60.0});

    assertThat(read("\"路名\" LIKE '臺灣%' AND width > 50").evaluate(road)).isTrue();
    assertThat(read("width BETWEEN 1 AND 2").evaluate(road)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "width =",
        "nosuch = 1",
        "width/height = 1",
        "width = 1; DROP TABLE roads",
        "'unclosed = 1",
        "\u0001",
        "###",
      })
  void whatCannotBeMeantIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("CQL_FILTER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "[", "a+("})
  void whatGoesTooDeepIsRefused(String piece) {
    assertThatThrownBy(() -> read(piece.repeat(5_000)))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("CQL_FILTER");
  }

  @Test
  void allIsLeftOutOfConjunctions() {
    Filter wide = read("width > 50");

    assertThat(EcqlReader.and(Filter.INCLUDE, wide)).isSameAs(wide);
    assertThat(EcqlReader.and(wide, Filter.INCLUDE)).isSameAs(wide);
    assertThat(EcqlReader.and(wide, read("width < 70")).toString()).contains("AND");
  }
}
