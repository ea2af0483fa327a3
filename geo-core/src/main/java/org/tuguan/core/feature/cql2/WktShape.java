package org.tuguan.core.feature.cql2;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.feature.cql2.Lexer.Kind;
import org.tuguan.core.feature.cql2.Lexer.Token;

/** Geometries in well-known text inside a filter. */
final class WktShape {
  private static final Set<String> KINDS =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");

  /** A collection within a polygon's brackets within collections: more is not a map's. */
  private static final int DEEPEST = 16;

  private WktShape() {}

  /** True if the word opens a geometry and is no attribute of that name. */
  static boolean starts(String upper, Token next) {
    return KINDS.contains(upper) && (next.sign("(") || next.word("Z") || next.word("EMPTY"));
  }

  /** Index of the last token of the geometry that starts at {@code first}. */
  static int end(List<Token> tokens, int first) {
    int open = 0;
    for (int i = first + 1; ; i++) {
      Token token = tokens.get(i);
      open += token.sign("(") ? 1 : token.sign(")") ? -1 : 0;
      if (open > DEEPEST) {
        throw Problem.at(token.place(), "a geometry nested deeper than " + DEEPEST + " levels");
      }
      if (token.kind() == Kind.END) {
        throw Problem.expected(token.place(), "')' of the geometry", "the end");
      }
      if (open == 0 && !token.word("Z")) {
        return i;
      }
    }
  }

  static Geometry read(String wkt, String place) {
    try {
      return new WKTReader().read(wkt.toUpperCase(Locale.ROOT));
    } catch (ParseException | IllegalArgumentException e) {
      throw Problem.at(place, "not a geometry in well-known text (" + e.getMessage() + ")");
    }
  }
}
