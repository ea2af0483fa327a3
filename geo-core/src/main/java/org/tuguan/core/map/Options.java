package org.tuguan.core.map;

import org.geotools.api.style.Symbolizer;

/** Vendor options of a symbolizer. */
final class Options {
  private Options() {}

  static double number(Symbolizer symbolizer, String name, double fallback) {
    String text = symbolizer.getOptions().get(name);
    if (text == null) {
      return fallback;
    }
    try {
      double value = Double.parseDouble(text.strip());
      return Double.isFinite(value) ? value : fallback;
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  static boolean yes(Symbolizer symbolizer, String name, boolean fallback) {
    String text = symbolizer.getOptions().get(name);
    return text == null ? fallback : text.strip().equals("true") || text.strip().equals("yes");
  }
}
