package org.tuguan.core.delivery;

import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tuguan.core.LocalText;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;

/** The description of a layer by ISO 19139 (ISO 19115:2003), in Chinese with English beside it. */
final class LayerMetadata {
  private static final String GMD = "http://www.isotc211.org/2005/gmd";
  private static final String GCO = "http://www.isotc211.org/2005/gco";
  private static final String CODES =
      "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#";

  private final PackagedLayer packaged;
  private final Layer layer;
  private final Licence licence;
  private final Clock clock;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  LayerMetadata(PackagedLayer packaged, Licence licence, Clock clock) {
    this.packaged = packaged;
    this.layer = packaged.layer();
    this.licence = licence;
    this.clock = clock;
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Content {
    void write() throws XMLStreamException;
  }

  String xml() {
    try {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("gmd:MD_Metadata");
      xml.writeNamespace("gmd", GMD);
      xml.writeNamespace("gco", GCO);
      writeHeader();
      element("gmd:referenceSystemInfo", this::writeSystem);
      element(
          "gmd:identificationInfo",
          () -> element("gmd:MD_DataIdentification", this::writeIdentification));
      element("gmd:distributionInfo", this::writeDistribution);
      element("gmd:dataQualityInfo", this::writeQuality);
      xml.writeEndDocument();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writeHeader() throws XMLStreamException {
    string("gmd:fileIdentifier", layer.name());
    string("gmd:language", "chi");
    code("gmd:characterSet", "MD_CharacterSetCode", "utf8");
    code("gmd:hierarchyLevel", "MD_ScopeCode", "dataset");
    element("gmd:contact", () -> writeParty("pointOfContact"));
    element(
        "gmd:dateStamp",
        () -> leaf("gco:DateTime", layer.updated().atZone(clock.getZone()).toLocalDateTime()));
    string("gmd:metadataStandardName", "ISO 19115:2003/19139");
    string("gmd:metadataStandardVersion", "1.0");
  }

  private void writeParty(String role) throws XMLStreamException {
    element(
        "gmd:CI_ResponsibleParty",
        () -> {
          string("gmd:organisationName", both(packaged.agency()));
          code("gmd:role", "CI_RoleCode", role);
        });
  }

  private void writeSystem() throws XMLStreamException {
    element(
        "gmd:MD_ReferenceSystem",
        () ->
            element(
                "gmd:referenceSystemIdentifier",
                () ->
                    element(
                        "gmd:RS_Identifier",
                        () -> {
                          string("gmd:code", Integer.toString(packaged.crs().srid()));
                          string("gmd:codeSpace", "EPSG");
                        })));
  }

  private void writeIdentification() throws XMLStreamException {
    element("gmd:citation", () -> element("gmd:CI_Citation", this::writeCitation));
    string("gmd:abstract", both(layer.summary()));
    element("gmd:pointOfContact", () -> writeParty("owner"));
    if (!layer.keywords().isEmpty()) {
      element("gmd:descriptiveKeywords", () -> element("gmd:MD_Keywords", this::writeKeywords));
    }
    element("gmd:resourceConstraints", this::writeConstraints);
    code(
        "gmd:spatialRepresentationType",
        "MD_SpatialRepresentationTypeCode",
        layer.table().isPresent() ? "vector" : "grid");
    string("gmd:language", "chi");
    if (layer.extent().isPresent()) {
      element("gmd:extent", () -> writeExtent(layer.extent().get()));
    }
  }

  private void writeCitation() throws XMLStreamException {
    string("gmd:title", both(layer.title()));
    LocalDate day =
        layer
            .provenance()
            .dataDate()
            .orElseGet(() -> layer.updated().atZone(clock.getZone()).toLocalDate());
    element(
        "gmd:date",
        () ->
            element(
                "gmd:CI_Date",
                () -> {
                  element("gmd:date", () -> leaf("gco:Date", day));
                  code("gmd:dateType", "CI_DateTypeCode", "revision");
                }));
  }

  private void writeKeywords() throws XMLStreamException {
    for (String keyword : layer.keywords()) {
      string("gmd:keyword", keyword);
    }
  }

  private void writeConstraints() throws XMLStreamException {
    element(
        "gmd:MD_LegalConstraints",
        () -> {
          string("gmd:useLimitation", "授權編號 Licence " + licence.number());
          code("gmd:useConstraints", "MD_RestrictionCode", "license");
          for (LocalText condition : licence.conditions()) {
            string("gmd:otherConstraints", both(condition));
          }
        });
  }

  private void writeExtent(Bounds extent) throws XMLStreamException {
    element(
        "gmd:EX_Extent",
        () ->
            element(
                "gmd:geographicElement",
                () ->
                    element(
                        "gmd:EX_GeographicBoundingBox",
                        () -> {
                          decimal("gmd:westBoundLongitude", extent.envelope().getMinX());
                          decimal("gmd:eastBoundLongitude", extent.envelope().getMaxX());
                          decimal("gmd:southBoundLatitude", extent.envelope().getMinY());
                          decimal("gmd:northBoundLatitude", extent.envelope().getMaxY());
                        })));
  }

  private void writeDistribution() throws XMLStreamException {
    element(
        "gmd:MD_Distribution",
        () -> {
          for (LocalText format : packaged.content().formatTitles()) {
            element("gmd:distributionFormat", () -> writeFormat(format));
          }
        });
  }

  private void writeFormat(LocalText format) throws XMLStreamException {
    element(
        "gmd:MD_Format",
        () -> {
          string("gmd:name", format.en());
          string("gmd:version", "");
        });
  }

  private void writeQuality() throws XMLStreamException {
    element(
        "gmd:DQ_DataQuality",
        () -> {
          element(
              "gmd:scope",
              () -> element("gmd:DQ_Scope", () -> code("gmd:level", "MD_ScopeCode", "dataset")));
          element(
              "gmd:lineage",
              () -> element("gmd:LI_Lineage", () -> string("gmd:statement", lineage())));
        });
  }

  private String lineage() {
    String origin = both(layer.provenance().attribution());
    return layer.provenance().synthetic()
        ? "示範用合成資料，非實測 Synthetic demonstration data, not surveyed. " + origin
        : origin;
  }

  private static String both(LocalText both) {
    return both.zh().equals(both.en()) ? both.zh() : both.zh() + " " + both.en();
  }

  private void element(String name, Content content) throws XMLStreamException {
    xml.writeStartElement(name);
    content.write();
    xml.writeEndElement();
  }

  private void leaf(String name, Object value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value.toString());
    xml.writeEndElement();
  }

  private void string(String name, String value) throws XMLStreamException {
    element(name, () -> leaf("gco:CharacterString", value));
  }

  private void decimal(String name, double value) throws XMLStreamException {
    element(name, () -> leaf("gco:Decimal", value));
  }

  private void code(String name, String list, String value) throws XMLStreamException {
    element(
        name,
        () -> {
          xml.writeStartElement("gmd:" + list);
          xml.writeAttribute("codeList", CODES + list);
          xml.writeAttribute("codeListValue", value);
          xml.writeCharacters(value);
          xml.writeEndElement();
        });
  }
}
