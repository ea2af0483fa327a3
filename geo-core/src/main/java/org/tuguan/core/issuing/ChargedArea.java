package org.tuguan.core.issuing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.LocalText;

/**
 * An area that standards refer to.
 *
 * @param names of the area and of its parts, in Chinese and English
 * @param city what may stand before the name of a part
 * @param shape in CRS:84, longitude first
 */
public record ChargedArea(
    String id, LocalText title, List<String> names, List<String> city, Geometry shape) {
  /** Boundaries drawn by different hands differ by some metres; in degrees. */
  private static final double TOLERANCE = 0.0002;

  public ChargedArea {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    names = List.copyOf(names);
    city = List.copyOf(city);
    shape = shape.copy();
  }

  /** Reads a GeoJSON Feature with the properties id, title, names and city. */
  static ChargedArea read(JsonNode feature) {
    JsonNode properties = feature.get("properties");
    return new ChargedArea(
        properties.get("id").text(),
        properties.get("title").local(),
        properties.texts("names"),
        properties.texts("city"),
        AreaReader.geometry(feature));
  }

  /** True if the name is that of the area or begins with that of a part of it. */
  boolean contains(String place) {
    String bare = place.strip().toLowerCase(Locale.ROOT);
    if (names.stream().anyMatch(name -> starts(bare, name))) {
      return true;
    }
    for (String prefix : city) {
      String before = prefix.toLowerCase(Locale.ROOT);
      if (bare.startsWith(before)) {
        String rest = bare.substring(before.length()).strip();
        return names.stream().anyMatch(name -> starts(rest, name));
      }
    }
    return Stream.of(bare.split(","))
        .map(String::strip)
        .anyMatch(part -> names.stream().anyMatch(name -> starts(part, name)));
  }

  private static boolean starts(String place, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean chinese = lower.codePointAt(0) > 0x2E80;
    return chinese
        ? place.startsWith(lower)
        : place.equals(lower) || place.startsWith(lower + " dist");
  }

  /** True if all of it lies inside, but for the tolerance of the boundaries. */
  boolean covers(Geometry other) {
    return shape.covers(other) || shape.buffer(TOLERANCE).covers(other);
  }
}
