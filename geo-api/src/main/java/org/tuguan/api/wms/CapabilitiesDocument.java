package org.tuguan.api.wms;

import java.util.List;
import org.tuguan.api.ServiceProperties;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.XmlText;
import org.tuguan.core.catalog.Catalog;

/**
 * The capabilities document of one version (WMS 1.3.0, 7.2.4 and annex E.1; WMS 1.1.1, 7.1.4 and
 * annex A.1). Writes once.
 */
final class CapabilitiesDocument {
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String DTD =
      "<!DOCTYPE WMT_MS_Capabilities SYSTEM"
          + " \"http://schemas.opengis.net/wms/1.1.1/capabilities_1_1_1.dtd\">";
  private static final String SCHEMAS =
      "http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd"
          + " http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd";

  private final WmsCall call;
  private final ServiceProperties service;
  private final TuguanProperties.Limits limits;
  private final List<String> mapFormats;
  private final boolean older;
  private final XmlText xml = new XmlText();

  /**
   * @param mapFormats media types of pictures, the recommended one first
   */
  CapabilitiesDocument(
      WmsCall call,
      ServiceProperties service,
      TuguanProperties.Limits limits,
      List<String> mapFormats) {
    this.call = call;
    this.service = service;
    this.limits = limits;
    this.mapFormats = mapFormats;
    this.older = call.version() == WmsVersion.V1_1_1;
  }

  static String mediaType(WmsVersion version) {
    return version == WmsVersion.V1_1_1 ? "application/vnd.ogc.wms_xml" : "text/xml";
  }

  /** The whole document. */
  String write(List<LayerEntry> layers, LayerArea city) {
    openRoot(call.catalog());
    service();
    xml.open("Capability");
    requests();
    list("Exception", ExceptionForm.names(call.version()));
    symbolization();
    new CapabilityLayers(xml, call).write(service.title().both(), layers, city);
    return xml.close().close().end();
  }

  private void openRoot(Catalog catalog) {
    String sequence = Long.toString(catalog.version());
    if (older) {
      xml.docType(DTD);
      xml.open("WMT_MS_Capabilities", "version", "1.1.1", "updateSequence", sequence);
    } else {
      xml.open(
          "WMS_Capabilities",
          "xmlns",
          "http://www.opengis.net/wms",
          "xmlns:sld",
          "http://www.opengis.net/sld",
          "xmlns:xlink",
          XLINK,
          "xmlns:xsi",
          "http://www.w3.org/2001/XMLSchema-instance",
          "xsi:schemaLocation",
          SCHEMAS,
          "version",
          "1.3.0",
          "updateSequence",
          sequence);
    }
  }

  private void service() {
    xml.open("Service").element("Name", older ? "OGC:WMS" : "WMS");
    xml.element("Title", service.title().both());
    optional("Abstract", service.summary().both());
    keywords(xml, service.keywords());
    onlineResource(xml, call.server() + "/");
    contact(service.contact());
    optional("Fees", service.fees());
    optional("AccessConstraints", service.accessConstraints());
    if (!older) {
      xml.element("LayerLimit", Integer.toString(limits.mapLayers()));
      xml.element("MaxWidth", Integer.toString(limits.mapSide()));
      xml.element("MaxHeight", Integer.toString(limits.mapSide()));
    }
    xml.close();
  }

  private void contact(ServiceProperties.Contact contact) {
    xml.open("ContactInformation");
    xml.open("ContactPersonPrimary")
        .element("ContactPerson", contact.person())
        .element("ContactOrganization", contact.organization())
        .close();
    optional("ContactPosition", contact.position());
    optional("ContactVoiceTelephone", contact.phone());
    optional("ContactElectronicMailAddress", contact.email());
    xml.close();
  }

  private void requests() {
    xml.open("Request");
    operation("GetCapabilities", List.of(mediaType(call.version())));
    operation("GetMap", mapFormats);
    operation("GetFeatureInfo", FeatureInfoFormat.mediaTypes());
    String prefix = older ? "" : "sld:";
    operation(prefix + "DescribeLayer", List.of("text/xml"));
    operation(prefix + "GetLegendGraphic", LegendOperation.FORMATS);
    if (older) {
      operation("GetStyles", List.of(StylesOperation.MEDIA_TYPE));
    }
    xml.close();
  }

  private void operation(String name, List<String> formats) {
    xml.open(name);
    formats.forEach(format -> xml.element("Format", format));
    xml.open("DCPType").open("HTTP");
    for (String method : List.of("Get", "Post")) {
      xml.open(method);
      onlineResource(xml, call.prefix());
      xml.close();
    }
    xml.close().close().close();
  }

  private void symbolization() {
    String[] support = {"SupportSLD", "1", "UserLayer", "0", "UserStyle", "1", "RemoteWFS", "0"};
    xml.empty((older ? "" : "sld:") + "UserDefinedSymbolization", support);
  }

  private void list(String name, List<String> formats) {
    xml.open(name);
    formats.forEach(format -> xml.element("Format", format));
    xml.close();
  }

  private void optional(String name, String text) {
    if (!text.isBlank()) {
      xml.element(name, text);
    }
  }

  static void keywords(XmlText xml, List<String> keywords) {
    xml.open("KeywordList");
    keywords.forEach(keyword -> xml.element("Keyword", keyword));
    xml.close();
  }

  /** With the namespace on the element itself, since a document type has no other place for it. */
  static void onlineResource(XmlText xml, String address) {
    xml.empty(
        "OnlineResource", "xmlns:xlink", XLINK, "xlink:type", "simple", "xlink:href", address);
  }
}
