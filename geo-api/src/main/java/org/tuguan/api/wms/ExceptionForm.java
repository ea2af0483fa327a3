package org.tuguan.api.wms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which form a fault goes back (WMS 1.3.0, 7.3.3.11; WMS 1.1.1, 7.2.3.11). */
enum ExceptionForm {
  /** A report in XML. */
  XML("XML", "application/vnd.ogc.se_xml"),
  /** A picture of the size and format that was asked for, with the message in it. */
  INIMAGE("INIMAGE", "application/vnd.ogc.se_inimage"),
  /** A picture with nothing on it. */
  BLANK("BLANK", "application/vnd.ogc.se_blank");

  private final String name;
  private final String olderName;

  ExceptionForm(String name, String olderName) {
    this.name = name;
    this.olderName = olderName;
  }

  /** As capabilities of this version list it. */
  String name(WmsVersion version) {
    return version == WmsVersion.V1_1_1 ? olderName : name;
  }

  static List<String> names(WmsVersion version) {
    return List.of(XML.name(version), INIMAGE.name(version), BLANK.name(version));
  }

  /**
   * The value of EXCEPTIONS, in the words of either version; XML where it cannot be understood,
   * since a fault about the form of a fault helps nobody.
   */
  static ExceptionForm parse(Optional<String> text) {
    String given = text.orElse("").toUpperCase(Locale.ROOT);
    for (ExceptionForm form : values()) {
      if (form.name.equals(given) || form.olderName.toUpperCase(Locale.ROOT).equals(given)) {
        return form;
      }
    }
    return XML;
  }
}
