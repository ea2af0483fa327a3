package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geotools.api.style.Style;
import org.junit.jupiter.api.Test;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.GeometryKind;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class LegendTest {
  private static final FontLibrary FONTS = FontLibrary.ofSystem();
  private final LegendRenderer legends =
      new LegendRenderer(
          new MapRenderer(
              new MapRenderer.Resources(GraphicLibrary.ofStyles(), FONTS, new RenderProblems()),
              Clock.systemUTC(),
              Duration.ofSeconds(20)),
          FONTS);

  private static Style shipped(String name) {
    return new SldReader().readStyle(ShippedStyles.sld(name));
  }

  private static Style style(String rules) {
    return new SldReader().readStyle("<FeatureTypeStyle>" + rules + "</FeatureTypeStyle>");
  }

  private static Legend whole(Style style) {
    return Legend.of(style, Optional.empty(), OptionalDouble.empty());
  }

  private static LegendRequest request(Style style, GeometryKind kind, Locale locale) {
    return LegendRequest.of(style, Optional.ofNullable(kind), locale);
  }

  @Test
  void rulesOfOneTitleAreOneEntryAcrossPassesAndScales() {
    Legend legend = whole(shipped("roads"));
    assertThat(legend.title()).isEqualTo(new LocalText("道路", "Roads"));
    assertThat(legend.entries())
        .extracting(each -> each.title().en())
        .containsExactly("Highway", "Arterial", "Collector", "Street", "Lane");
    Legend.Entry highway = legend.entries().get(0);
    assertThat(highway.minScaleDenominator()).isZero();
    assertThat(highway.maxScaleDenominator()).isInfinite();
    assertThat(highway.shown()).as("casing and filling").hasSize(2);
  }

  @Test
  void onlyWhatIsDrawnAtTheScaleIsListed() {
    Legend near = Legend.of(shipped("roads"), Optional.empty(), OptionalDouble.of(200000));
    assertThat(near.entries())
        .extracting(each -> each.title().zh())
        .containsExactly("高速公路", "主要道路", "次要道路");
  }

  @Test
  void untitledRulesAreListedOnlyIfNoneHasATitle() {
    Style untitled =
        style("<Rule><Name>a</Name><LineSymbolizer/></Rule><Rule><LineSymbolizer/></Rule>");
    assertThat(whole(untitled).entries())
        .extracting(each -> each.title().zh())
        .containsExactly("a", "");
    Style mixed =
        style("<Rule><Title>路</Title><LineSymbolizer/></Rule><Rule><LineSymbolizer/></Rule>");
    assertThat(whole(mixed).entries())
        .extracting(Legend.Entry::title)
        .containsExactly(LocalText.same("路"));
  }

  @Test
  void oneRuleCanBeAskedForByName() {
    Style style =
        style(
            "<Rule><Name>a</Name><LineSymbolizer/></Rule><Rule><Name>b</Name><LineSymbolizer/></Rule>");
    assertThat(Legend.of(style, Optional.of("b"), OptionalDouble.empty()).entries())
        .extracting(Legend.Entry::name)
        .containsExactly("b");
    assertThatThrownBy(() -> Legend.of(style, Optional.of("c"), OptionalDouble.empty()))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("RULE='c'");
  }

  @Test
  void theSizeIsKnownBeforeDrawing() {
    for (Locale locale : List.of(Locale.TAIWAN, Locale.ENGLISH)) {
      LegendRequest request = request(shipped("poi"), GeometryKind.POINT, locale);
      BufferedImage drawn = legends.draw(request);
      assertThat(legends.size(request))
          .isEqualTo(new Dimension(drawn.getWidth(), drawn.getHeight()));
    }
  }

  @Test
  void titlesFollowTheLanguage() {
    int zh = legends.size(request(shipped("poi"), GeometryKind.POINT, Locale.TAIWAN)).width;
    int en = legends.size(request(shipped("poi"), GeometryKind.POINT, Locale.ENGLISH)).width;
    assertThat(en).isGreaterThan(zh);
  }

  @Test
  void symbolsLookAsOnTheMap() throws IOException {
    Style style = new SldReader().readStyle(SldReaderTest.resource("legend-symbols.xml"));
    LegendRequest request =
        new LegendRequest(
            style,
            Optional.of(GeometryKind.MIXED),
            Optional.empty(),
            OptionalDouble.empty(),
            Locale.TAIWAN,
            48,
            24,
            false,
            1);
    Golden.assertMatches("legend-symbols", legends.draw(request));
  }

  @Test
  void rampRunsFromHighToLow() {
    BufferedImage picture = legends.draw(request(shipped("elevation"), null, Locale.TAIWAN));
    int top = picture.getRGB(10, 30);
    int bottom = picture.getRGB(10, picture.getHeight() - 8);
    assertThat(top & 0xff).as("pale summits").isGreaterThan(0xe0);
    assertThat(bottom & 0xffffff).as("sea").isEqualTo(0xA9CCE0);
  }

  @Test
  void hugeLegendIsRefused() {
    LegendRequest request =
        new LegendRequest(
            style("<Rule><LineSymbolizer/></Rule>".repeat(200)),
            Optional.of(GeometryKind.LINE),
            Optional.empty(),
            OptionalDouble.empty(),
            Locale.TAIWAN,
            512,
            512,
            true,
            1);
    assertThatThrownBy(() -> legends.draw(request))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void jsonSaysWhatEachRuleDraws() {
    String json = json(whole(shipped("buildings")));
    assertThat(json)
        .startsWith("{\"title\":{\"zh-TW\":\"建物用途\",\"en\":\"Buildings by use\"},\"rules\":[")
        .contains("\"title\":{\"zh-TW\":\"住宅\",\"en\":\"Residential\"}")
        .contains("\"maxScaleDenominator\":150000.0")
        .contains("\"filter\":\"kind = 'residential'\"")
        .contains("\"kind\":\"polygon\",\"fill\":\"#E9E0D2\"")
        .contains("\"else\":true");
    assertThat(json(whole(shipped("poi"))))
        .contains("\"graphic\":\"icons/school.svg\",\"size\":13.0");
    assertThat(json(whole(shipped("elevation"))))
        .contains("\"quantity\":3900.0,\"label\":{\"zh-TW\":\"3900 m\",\"en\":\"3900 m\"}")
        .contains("\"colour\":\"#F7F5F3\"");
    assertThat(json(whole(shipped("districts-fill")))).contains("Recode(town_code,");
  }

  @Test
  void jsonCanBeWrittenForEveryShippedStyle() {
    assertThat(ShippedStyles.names())
        .allSatisfy(name -> assertThat(json(whole(shipped(name)))).endsWith("]}"));
  }

  private static String json(Legend legend) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      new LegendJson(out).write(legend);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
