package org.tuguan.api.tiles;

import org.tuguan.api.XmlText;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/**
 * A fault as OWS Common 1.1 says it (06-121r3, clause 8).
 *
 * @param code of the standard's table
 * @param locator the parameter at fault, or empty
 */
record OwsReport(String code, String locator, String message) {
  static final String MEDIA_TYPE = "application/xml;charset=UTF-8";

  static OwsReport of(RequestException e) {
    return new OwsReport(code(e.fault()), e.parameter(), e.getMessage());
  }

  private static String code(Fault fault) {
    return switch (fault) {
      case MISSING_PARAMETER -> "MissingParameterValue";
      case NOT_FOUND -> "TileOutOfRange";
      case TIMEOUT -> "NoApplicableCode";
      default -> "InvalidParameterValue";
    };
  }

  static OwsReport ofUs(String message) {
    return new OwsReport("NoApplicableCode", "", message);
  }

  String document() {
    XmlText xml = new XmlText();
    xml.open(
        "ExceptionReport",
        "xmlns",
        "http://www.opengis.net/ows/1.1",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation",
        "http://www.opengis.net/ows/1.1 http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd",
        "version",
        "1.1.0",
        "xml:lang",
        "en");
    if (locator.isEmpty()) {
      xml.open("Exception", "exceptionCode", code);
    } else {
      xml.open("Exception", "exceptionCode", code, "locator", locator);
    }
    return xml.element("ExceptionText", message).close().close().end();
  }
}
