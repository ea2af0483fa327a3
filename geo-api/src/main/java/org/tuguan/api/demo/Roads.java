package org.tuguan.api.demo;

import java.io.IOException;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/** The roads of a {@link StreetPlan} as a layer. */
final class Roads implements DemoLayer {
  private final List<Road> roads;

  Roads(List<Road> roads) {
    this.roads = roads;
  }

  @Override
  public String name() {
    return "roads";
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.LINE;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("name_zh", AttributeType.TEXT),
        new Attribute("name_en", AttributeType.TEXT),
        new Attribute("class", AttributeType.TEXT));
  }

  @Override
  public long expectedRows() {
    return roads.size();
  }

  @Override
  public void write(RowSink sink) throws IOException {
    for (Road road : roads) {
      sink.row(Ewkb.line(road.xy()), road.nameZh(), road.nameEn(), road.roadClass());
    }
  }
}
