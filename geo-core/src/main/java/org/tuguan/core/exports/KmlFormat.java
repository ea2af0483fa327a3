package org.tuguan.core.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/** KML 2.2 (OGC 07-147r2), always in degrees, longitude first, whatever system is asked for. */
public final class KmlFormat implements FileFormat {
  private static final int BUFFER = 1 << 16;
  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

  @Override
  public String name() {
    return "kml";
  }

  @Override
  public LocalText title() {
    return LocalText.same("KML");
  }

  @Override
  public String mediaType() {
    return "application/vnd.google-earth.kml+xml";
  }

  @Override
  public Export write(FeatureType type, Stream<Feature> features, ExportTarget target)
      throws IOException {
    Path file = target.file("kml");
    TargetGeometry geometries = new TargetGeometry(type.crs(), Crs.CRS84);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      KmlPlacemarks placemarks =
          new KmlPlacemarks(xml, new Columns(type, Set.of()).list(), target.baseName());
      open(xml, target, placemarks);
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
        Feature feature = each.next();
        placemarks.write(feature, geometries.of(feature));
      }
      xml.writeEndDocument();
      xml.flush();
      return new Export(Crs.CRS84, List.of(file), placemarks.count(), geometries.notes());
    } catch (XMLStreamException e) {
      throw new IOException("cannot write " + file.getFileName(), e);
    }
  }

  private static void open(XMLStreamWriter xml, ExportTarget target, KmlPlacemarks placemarks)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kml");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeStartElement("Document");
    xml.writeStartElement("name");
    xml.writeCharacters(target.baseName());
    xml.writeEndElement();
    placemarks.writeSchema();
  }
}
