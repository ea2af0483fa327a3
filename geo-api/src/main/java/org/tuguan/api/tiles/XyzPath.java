package org.tuguan.api.tiles;

import java.util.List;
import java.util.Optional;

/** The parts of {@code /tiles/{layers}/{z}/{x}/{file}}, none of which is empty. */
record XyzPath(String layers, String z, String x, String file) {
  private static final String START = "/tiles/";

  /**
   * Empty if it is another address, or one that would have to be decoded first.
   *
   * @param path under the server's root, as it was sent
   */
  static Optional<XyzPath> find(String path) {
    if (!path.startsWith(START) || path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
      return Optional.empty();
    }
    String[] parts = path.substring(START.length()).split("/", -1);
    return parts.length != 4 || List.of(parts).contains("")
        ? Optional.empty()
        : Optional.of(new XyzPath(parts[0], parts[1], parts[2], parts[3]));
  }
}
