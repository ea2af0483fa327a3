package org.tuguan.core.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The styles of the demonstration city, from the class path. */
final class ShippedStyles {
  private ShippedStyles() {}

  static Stream<String> names() {
    return Stream.of(
        "buildings",
        "buildings-floors",
        "districts",
        "districts-fill",
        "elevation",
        "metro",
        "parks",
        "poi",
        "rivers",
        "roads",
        "villages",
        "villages-outline",
        "wifi");
  }

  static String sld(String name) {
    try (InputStream in =
        ShippedStyles.class.getResourceAsStream("/tuguan/styles/" + name + ".sld")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
