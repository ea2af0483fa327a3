package org.tuguan.core.map;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.styling.StyleBuilder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.Query;

/**
 * Small maps for tests: features from WKT in metres, one metre to a pixel, the origin in the lower
 * left corner.
 */
final class TestMaps {
  static final StyleBuilder STYLES = new StyleBuilder();
  static final Crs METRES = Crs.TWD97_TM2_121;

  private TestMaps() {}

  /** Features with a {@code name} and a {@code rank}, and a note of what was asked for. */
  static final class Source implements FeatureSource {
    final FeatureType type;
    final List<Feature> features = new ArrayList<>();
    final List<Query> asked = new ArrayList<>();

    Source(String name, Crs crs) {
      this.type =
          new FeatureType(
              name,
              List.of(
                  new Attribute("name", AttributeType.TEXT),
                  new Attribute("rank", AttributeType.INTEGER)),
              "geom",
              GeometryKind.MIXED,
              crs);
    }

    Source with(String wkt, Object... values) {
      Object[] both = new Object[2];
      System.arraycopy(values, 0, both, 0, values.length);
      try {
        features.add(new Feature(type, "f" + features.size(), new WKTReader().read(wkt), both));
      } catch (ParseException e) {
        throw new IllegalArgumentException(wkt, e);
      }
      return this;
    }

    @Override
    public FeatureType type() {
      return type;
    }

    @Override
    public long count(Query query) {
      return features(query).count();
    }

    @Override
    public Stream<Feature> features(Query query) {
      asked.add(query);
      Envelope box = query.bounds().map(Bounds::envelope).orElse(null);
      return features.stream()
          .filter(
              each ->
                  each.geometry() == null
                      || box == null
                      || box.intersects(each.geometry().getEnvelopeInternal()))
          .filter(query.filter()::evaluate);
    }

    @Override
    public Optional<Feature> find(String id) {
      return features.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Bounds> bounds() {
      return Optional.empty();
    }
  }

  static Source source(String... wkts) {
    Source source = new Source("test", METRES);
    for (String wkt : wkts) {
      source.with(wkt);
    }
    return source;
  }

  static Style style(Symbolizer... symbolizers) {
    return passes(STYLES.createFeatureTypeStyle("Feature", symbolizers));
  }

  static Style passes(FeatureTypeStyle... passes) {
    Style style = STYLES.createStyle();
    style.featureTypeStyles().addAll(List.of(passes));
    return style;
  }

  static StyledLayer layer(FeatureSource source, Symbolizer... symbolizers) {
    return new StyledLayer.Vector(source, style(symbolizers), Filter.INCLUDE);
  }

  static StyledLayer layer(FeatureSource source, Style style) {
    return new StyledLayer.Vector(source, style, Filter.INCLUDE);
  }

  static MapRequest request(int width, int height, StyledLayer... layers) {
    return request(new Bounds(METRES, 0, 0, width, height), width, height, 1, layers);
  }

  static MapRequest request(
      Bounds bounds, int width, int height, double pixelRatio, StyledLayer... layers) {
    return new MapRequest(
        bounds,
        width,
        height,
        List.of(layers),
        false,
        Color.WHITE,
        pixelRatio,
        Locale.TRADITIONAL_CHINESE);
  }

  static MapRequest transparent(int width, int height, StyledLayer... layers) {
    return new MapRequest(
        new Bounds(METRES, 0, 0, width, height),
        width,
        height,
        List.of(layers),
        true,
        Color.WHITE,
        1,
        Locale.TRADITIONAL_CHINESE);
  }

  static MapRenderer renderer(RenderProblems problems) {
    return new MapRenderer(
        new MapRenderer.Resources(
            new GraphicLibrary(TestMaps.class.getClassLoader(), "graphics/"),
            new FontLibrary(List.of(), List.of(font())),
            problems),
        Clock.systemUTC(),
        Duration.ofSeconds(60));
  }

  /** The font that ships with the tests; see its README. */
  static Font font() {
    try (InputStream in = TestMaps.class.getResourceAsStream("/fonts/tuguan-test-sans.otf")) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Black text of the attribute {@code name} in the test font. */
  static TextSymbolizer text(double size) {
    TextSymbolizer text =
        STYLES.createTextSymbolizer(
            Color.BLACK, STYLES.createFont("Tuguan Test Sans", size), "name");
    text.setLabelPlacement(STYLES.createPointPlacement(0.5, 0.5, 0));
    return text;
  }

  static BufferedImage draw(int width, int height, StyledLayer... layers) {
    return draw(request(width, height, layers));
  }

  static BufferedImage draw(MapRequest request) {
    return renderer(new RenderProblems()).render(request);
  }

  /** How many pixels of the rectangle are not white. */
  static int ink(BufferedImage image, int x, int y, int width, int height) {
    int ink = 0;
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        if ((image.getRGB(column, row) & 0xffffff) != 0xffffff) {
          ink++;
        }
      }
    }
    return ink;
  }
}
