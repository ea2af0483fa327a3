package org.tuguan.core.exports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;

/** Features as placemarks with typed data. For one thread. */
final class KmlPlacemarks {
  /** About a centimetre. */
  private static final int DECIMALS = 7;

  private static final String SCHEMA = "attributes";

  private final XMLStreamWriter xml;
  private final List<Attribute> columns;
  private final String layer;
  private long count;

  KmlPlacemarks(XMLStreamWriter xml, List<Attribute> columns, String layer) {
    this.xml = xml;
    this.columns = columns;
    this.layer = layer;
  }

  long count() {
    return count;
  }

  void writeSchema() throws XMLStreamException {
    xml.writeStartElement("Schema");
    xml.writeAttribute("name", layer);
    xml.writeAttribute("id", SCHEMA);
    for (Attribute column : columns) {
      xml.writeEmptyElement("SimpleField");
      xml.writeAttribute("name", column.name());
      xml.writeAttribute("type", type(column));
    }
    xml.writeEndElement();
  }

  private static String type(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT, DATE, TIMESTAMP -> "string";
      case INTEGER -> "int";
      case NUMBER -> "double";
      case BOOLEAN -> "bool";
    };
  }

  void write(Feature feature, Geometry geometry) throws XMLStreamException {
    count++;
    xml.writeStartElement("Placemark");
    element("name", feature.id());
    xml.writeStartElement("ExtendedData");
    xml.writeStartElement("SchemaData");
    xml.writeAttribute("schemaUrl", "#" + SCHEMA);
    for (int i = 0; i < columns.size(); i++) {
      Object value = Columns.value(feature, i);
      if (value != null) {
        xml.writeStartElement("SimpleData");
        xml.writeAttribute("name", columns.get(i).name());
        xml.writeCharacters(legible(text(value)));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
    if (geometry != null) {
      write(geometry);
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** Truth as a digit, which programs read that take it for a number. */
  private static String text(Object value) {
    return value instanceof Boolean truth ? (truth ? "1" : "0") : value.toString();
  }

  private void write(Geometry geometry) throws XMLStreamException {
    List<Geometry> parts = TargetGeometry.parts(geometry);
    if (parts.size() == 1) {
      writeOne(parts.get(0));
      return;
    }
    xml.writeStartElement("MultiGeometry");
    for (Geometry part : parts) {
      writeOne(part);
    }
    xml.writeEndElement();
  }

  private void writeOne(Geometry part) throws XMLStreamException {
    if (part instanceof Polygon polygon) {
      xml.writeStartElement("Polygon");
      ring("outerBoundaryIs", polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring("innerBoundaryIs", polygon.getInteriorRingN(i));
      }
      xml.writeEndElement();
    } else if (part instanceof LineString line) {
      path("LineString", line.getCoordinateSequence());
    } else {
      path("Point", ((Point) part).getCoordinateSequence());
    }
  }

  private void ring(String boundary, LineString ring) throws XMLStreamException {
    xml.writeStartElement(boundary);
    path("LinearRing", ring.getCoordinateSequence());
    xml.writeEndElement();
  }

  private void path(String element, CoordinateSequence points) throws XMLStreamException {
    StringBuilder text = new StringBuilder(24 * points.size());
    for (int i = 0; i < points.size(); i++) {
      text.append(i == 0 ? "" : " ").append(decimal(points.getX(i)));
      text.append(',').append(decimal(points.getY(i)));
    }
    xml.writeStartElement(element);
    element("coordinates", text.toString());
    xml.writeEndElement();
  }

  private static String decimal(double degrees) {
    return BigDecimal.valueOf(degrees)
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(legible(text));
    xml.writeEndElement();
  }

  /** XML 1.0 has no control characters but tab and line ends. */
  private static String legible(String text) {
    return text.codePoints().anyMatch(KmlPlacemarks::forbidden)
        ? text.codePoints()
            .map(each -> forbidden(each) ? 0xFFFD : each)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : text;
  }

  private static boolean forbidden(int point) {
    return point < 0x20 && point != '\t' && point != '\n' && point != '\r'
        || point >= 0xD800 && point <= 0xDFFF
        || point == 0xFFFE
        || point == 0xFFFF;
  }
}
