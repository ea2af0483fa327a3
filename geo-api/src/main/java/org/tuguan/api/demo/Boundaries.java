package org.tuguan.api.demo;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/** The real districts, or the real villages, as a layer. */
final class Boundaries implements DemoLayer {
  private final String name;
  private final List<Boundary> areas;
  private final List<String> attributes;
  private final Function<Boundary, Object[]> values;

  private Boundaries(
      String name,
      List<Boundary> areas,
      List<String> attributes,
      Function<Boundary, Object[]> values) {
    this.name = name;
    this.areas = areas;
    this.attributes = attributes;
    this.values = values;
  }

  static Boundaries districts(City city) {
    return new Boundaries(
        "districts",
        city.districts(),
        List.of("town_code", "name_zh", "name_en"),
        area -> new Object[] {area.code(), area.nameZh(), area.nameEn()});
  }

  static Boundaries villages(City city) {
    return new Boundaries(
        "villages",
        city.villages(),
        List.of("village_code", "name_zh", "name_en", "town_code", "town_zh"),
        area ->
            Stream.of(area.code(), area.nameZh(), area.nameEn(), area.parentCode(), area.parentZh())
                .toArray());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.POLYGON;
  }

  @Override
  public List<Attribute> attributes() {
    return attributes.stream().map(each -> new Attribute(each, AttributeType.TEXT)).toList();
  }

  @Override
  public long expectedRows() {
    return areas.size();
  }

  @Override
  public void write(RowSink sink) throws IOException {
    for (Boundary area : areas) {
      sink.row(Ewkb.of(area.geometry()), values.apply(area));
    }
  }
}
