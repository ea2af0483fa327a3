package org.tuguan.api.wms;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tuguan.api.XmlText;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/**
 * What stands in a ServiceExceptionReport (WMS 1.3.0, 6.11 and annex E; WMS 1.1.1, annex A.3).
 *
 * @param code of the standard's table, or empty where the table has none
 * @param locator the parameter at fault, or empty
 */
record ServiceException(String code, String locator, String message) {
  static ServiceException of(RequestException e, WmsVersion version) {
    return new ServiceException(code(e.fault(), version), e.parameter(), e.getMessage());
  }

  private static String code(Fault fault, WmsVersion version) {
    return switch (fault) {
      case UNKNOWN_CRS -> "Invalid" + version.crsParameter();
      case UNKNOWN_LAYER -> "LayerNotDefined";
      case UNKNOWN_STYLE -> "StyleNotDefined";
      case UNKNOWN_FORMAT -> "InvalidFormat";
      case NOT_QUERYABLE -> "LayerNotQueryable";
      case INVALID_POINT -> "InvalidPoint";
      case UNKNOWN_OPERATION -> "OperationNotSupported";
      default -> "";
    };
  }

  /**
   * The report with this HTTP status. Faults of the caller go back as 200: WMS has no status of its
   * own, and desktop clients show the message of a report only if the status does not stop them.
   */
  WmsAnswer report(WmsVersion version, int status) {
    return new WmsAnswer(
        status,
        mediaType(version),
        WmsAnswer.NEVER,
        Map.of(),
        document(version).getBytes(StandardCharsets.UTF_8));
  }

  private static String mediaType(WmsVersion version) {
    return version == WmsVersion.V1_1_1 ? ExceptionForm.XML.name(version) : "text/xml";
  }

  private String document(WmsVersion version) {
    XmlText xml = new XmlText();
    if (version == WmsVersion.V1_1_1) {
      xml.docType(
          "<!DOCTYPE ServiceExceptionReport SYSTEM"
              + " \"http://schemas.opengis.net/wms/1.1.1/exception_1_1_1.dtd\">");
      xml.open("ServiceExceptionReport", "version", "1.1.1");
    } else {
      xml.open(
          "ServiceExceptionReport",
          "version",
          "1.3.0",
          "xmlns",
          "http://www.opengis.net/ogc",
          "xmlns:xsi",
          "http://www.w3.org/2001/XMLSchema-instance",
          "xsi:schemaLocation",
          "http://www.opengis.net/ogc http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd");
    }
    return xml.element("ServiceException", message, attributes(version)).close().end();
  }

  private String[] attributes(WmsVersion version) {
    boolean located = version == WmsVersion.V1_3_0 && !locator.isEmpty();
    if (code.isEmpty()) {
      return located ? new String[] {"locator", locator} : new String[0];
    }
    return located ? new String[] {"code", code, "locator", locator} : new String[] {"code", code};
  }
}
