package org.tuguan.api.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.RenderGate;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.plugin.AttachedExtensions;
import org.tuguan.core.Extension;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.feature.CsvEncoder;
import org.tuguan.core.feature.FeatureEncoder;
import org.tuguan.core.feature.GeoJsonEncoder;
import org.tuguan.core.map.FontLibrary;
import org.tuguan.core.map.GraphicLibrary;
import org.tuguan.core.map.JpegEncoder;
import org.tuguan.core.map.LegendRenderer;
import org.tuguan.core.map.MapEncoder;
import org.tuguan.core.map.MapRenderer;
import org.tuguan.core.map.Png8Encoder;
import org.tuguan.core.map.PngEncoder;
import org.tuguan.core.map.RenderProblems;

/**
 * The parts of the core that draw, made once; built-in formats come in by the same door as a
 * plugin's.
 */
@Configuration(proxyBeanMethods = false)
class MapWiring {
  /** How long a map waits for room. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Bean
  RenderProblems renderProblems() {
    return new RenderProblems();
  }

  @Bean
  FontLibrary fonts() {
    return new FontLibrary(List.of(), List.of());
  }

  @Bean
  MapRenderer mapRenderer(
      RenderProblems problems, FontLibrary fonts, Clock clock, TuguanProperties properties) {
    return new MapRenderer(
        new MapRenderer.Resources(GraphicLibrary.ofStyles(), fonts, problems),
        clock,
        properties.limits().mapTime());
  }

  @Bean
  RenderGate renderGate(TuguanProperties properties) {
    return new RenderGate(properties.limits().concurrentMaps(), PATIENCE);
  }

  @Bean
  LegendRenderer legendRenderer(MapRenderer renderer, FontLibrary fonts) {
    return new LegendRenderer(renderer, fonts);
  }

  @Bean
  MapEncoder pngEncoder() {
    return new PngEncoder();
  }

  @Bean
  MapEncoder png8Encoder() {
    return new Png8Encoder();
  }

  @Bean
  MapEncoder jpegEncoder() {
    return new JpegEncoder();
  }

  @Bean
  FeatureEncoder geoJsonEncoder() {
    return new GeoJsonEncoder();
  }

  /** With a byte order mark, since these files are opened in spreadsheets. */
  @Bean
  FeatureEncoder csvEncoder() {
    return new CsvEncoder(true);
  }

  @Bean
  ExtensionRegistry extensions(List<Extension> extensions, AttachedExtensions attached) {
    return new ExtensionRegistry(extensions, attached);
  }
}
