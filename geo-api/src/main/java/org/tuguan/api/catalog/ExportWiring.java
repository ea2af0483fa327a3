package org.tuguan.api.catalog;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.LocalText;
import org.tuguan.core.exports.DxfFormat;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.exports.FlatGeobufFormat;
import org.tuguan.core.exports.GeoPackageFormat;
import org.tuguan.core.exports.KmlFormat;
import org.tuguan.core.exports.ShapefileFormat;
import org.tuguan.core.exports.StreamedFormat;
import org.tuguan.core.feature.CsvEncoder;
import org.tuguan.core.feature.GeoJsonEncoder;

/** The formats in which data are handed over, downloaded or delivered. */
@Configuration(proxyBeanMethods = false)
class ExportWiring {
  @Bean
  FileFormat geoPackageFormat(Clock clock) {
    return new GeoPackageFormat(clock);
  }

  @Bean
  FileFormat shapefileFormat() {
    return ShapefileFormat.utf8();
  }

  @Bean
  FileFormat big5ShapefileFormat() {
    return ShapefileFormat.big5();
  }

  @Bean
  FileFormat flatGeobufFormat() {
    return new FlatGeobufFormat();
  }

  @Bean
  FileFormat kmlFormat() {
    return new KmlFormat();
  }

  @Bean
  FileFormat dxfFormat() {
    return new DxfFormat();
  }

  @Bean
  FileFormat geoJsonFormat() {
    return new StreamedFormat(new GeoJsonEncoder(), LocalText.same("GeoJSON"));
  }

  @Bean
  FileFormat csvFormat() {
    return new StreamedFormat(new CsvEncoder(true), LocalText.same("CSV"));
  }
}
