package org.tuguan.api.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tuguan.api.ServiceProperties;
import org.tuguan.api.XmlText;
import org.tuguan.core.catalog.Catalog;

/**
 * Writes a ServiceMetadata document (WMTS 1.0.0, 7.1.1.2). The same catalog and address give the
 * same document, byte for byte.
 */
final class WmtsDocument {
  static final String MEDIA_TYPE = "application/xml;charset=UTF-8";
  static final String CAPABILITIES = "/wmts/1.0.0/WMTSCapabilities.xml";

  /** What may be asked for alone, in the order of the document. */
  static final List<String> SECTIONS =
      List.of(
          "ServiceIdentification", "ServiceProvider", "OperationsMetadata", "Contents", "Themes");

  private final String server;
  private final ServiceProperties service;
  private final TileLayers layers;
  private final XmlText xml = new XmlText();

  /**
   * @param server root of the server, without a slash at the end
   */
  WmtsDocument(String server, ServiceProperties service, TileLayers layers) {
    this.server = server;
    this.service = service;
    this.layers = layers;
  }

  String write(Catalog catalog, Set<String> sections) {
    xml.open(
        "Capabilities",
        "xmlns",
        "http://www.opengis.net/wmts/1.0",
        "xmlns:ows",
        "http://www.opengis.net/ows/1.1",
        "xmlns:xlink",
        "http://www.w3.org/1999/xlink",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation",
        "http://www.opengis.net/wmts/1.0"
            + " http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd",
        "version",
        "1.0.0");
    WmtsContents contents = new WmtsContents(xml, server, layers, catalog);
    for (String section : SECTIONS) {
      if (sections.contains(section)) {
        switch (section) {
          case "ServiceIdentification" -> identification();
          case "ServiceProvider" -> provider();
          case "OperationsMetadata" -> operations();
          case "Contents" -> contents.write();
          default -> contents.writeThemes();
        }
      }
    }
    if (sections.containsAll(SECTIONS)) {
      xml.empty("ServiceMetadataURL", "xlink:href", server + CAPABILITIES);
    }
    return xml.close().end();
  }

  private void identification() {
    xml.open("ows:ServiceIdentification");
    xml.element("ows:Title", service.title().both());
    optional("ows:Abstract", service.summary().both());
    if (!service.keywords().isEmpty()) {
      xml.open("ows:Keywords");
      service.keywords().forEach(keyword -> xml.element("ows:Keyword", keyword));
      xml.close();
    }
    xml.element("ows:ServiceType", "OGC WMTS").element("ows:ServiceTypeVersion", "1.0.0");
    optional("ows:Fees", service.fees());
    optional("ows:AccessConstraints", service.accessConstraints());
    xml.close();
  }

  private void provider() {
    ServiceProperties.Contact contact = service.contact();
    xml.open("ows:ServiceProvider");
    xml.element(
        "ows:ProviderName",
        contact.organization().isBlank() ? service.title().both() : contact.organization());
    xml.empty("ows:ProviderSite", "xlink:href", server + "/");
    xml.open("ows:ServiceContact");
    optional("ows:IndividualName", contact.person());
    optional("ows:PositionName", contact.position());
    xml.open("ows:ContactInfo");
    if (!contact.phone().isBlank()) {
      xml.open("ows:Phone").element("ows:Voice", contact.phone()).close();
    }
    if (!contact.email().isBlank()) {
      xml.open("ows:Address").element("ows:ElectronicMailAddress", contact.email()).close();
    }
    xml.close().close().close();
  }

  private void operations() {
    xml.open("ows:OperationsMetadata");
    xml.open("ows:Operation", "name", "GetCapabilities");
    get();
    allowed("ows:Parameter", "AcceptVersions", List.of("1.0.0"));
    allowed("ows:Parameter", "Sections", sectionNames());
    xml.close();
    xml.open("ows:Operation", "name", "GetTile");
    get();
    xml.close().close();
  }

  private static List<String> sectionNames() {
    List<String> names = new ArrayList<>(SECTIONS);
    names.add("All");
    return names;
  }

  private void get() {
    xml.open("ows:DCP").open("ows:HTTP").open("ows:Get", "xlink:href", server + "/wmts?");
    allowed("ows:Constraint", "GetEncoding", List.of("KVP"));
    xml.close().close().close();
  }

  private void allowed(String element, String name, List<String> values) {
    xml.open(element, "name", name).open("ows:AllowedValues");
    values.forEach(value -> xml.element("ows:Value", value));
    xml.close().close();
  }

  private void optional(String name, String text) {
    if (!text.isBlank()) {
      xml.element(name, text);
    }
  }
}
