package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedStylesTest {
  @ParameterizedTest
  @MethodSource("org.tuguan.core.map.ShippedStyles#names")
  void everyStyleIsReadAndNamesItsLayer(String name) {
    List<SldLayer> layers = new SldReader().readLayers(ShippedStyles.sld(name));
    assertThat(layers).hasSize(1);
    assertThat(name).startsWith(layers.get(0).name());
    assertThat(layers.get(0).styles()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("org.tuguan.core.map.ShippedStyles#names")
  void everyIconIsThere(String name) {
    Style style = new SldReader().readStyle(ShippedStyles.sld(name));
    for (FeatureTypeStyle pass : style.featureTypeStyles()) {
      for (Rule rule : pass.rules()) {
        rule.symbolizers().stream()
            .filter(PointSymbolizer.class::isInstance)
            .flatMap(each -> ((PointSymbolizer) each).getGraphic().graphicalSymbols().stream())
            .filter(ExternalGraphic.class::isInstance)
            .map(each -> ((ExternalGraphic) each).getURI())
            .forEach(href -> assertThat(GraphicLibrary.ofStyles().find(href)).as(href).isPresent());
      }
    }
  }

  @Test
  void labelsFollowTheLanguage() {
    assertThat(districtLabel(Locale.TAIWAN)).isEqualTo("name_zh");
    assertThat(districtLabel(Locale.ENGLISH)).isEqualTo("strDefaultIfBlank(name_en,name_zh)");
  }

  private static String districtLabel(Locale locale) {
    Style style = new SldReader(locale).readStyle(ShippedStyles.sld("districts"));
    return style.featureTypeStyles().stream()
        .flatMap(pass -> pass.rules().stream())
        .flatMap(rule -> rule.symbolizers().stream())
        .filter(TextSymbolizer.class::isInstance)
        .map(each -> ECQL.toCQL(((TextSymbolizer) each).getLabel()))
        .findFirst()
        .orElseThrow();
  }
}
