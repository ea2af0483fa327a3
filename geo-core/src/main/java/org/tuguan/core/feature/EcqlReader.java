package org.tuguan.core.feature;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.filter.Filter;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.text.generated.parsers.TokenMgrError;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/**
 * Reads filters in ECQL, the text form that WMS clients send. Geometries in it are in the data
 * set's system, x east.
 */
public final class EcqlReader {
  private static final int LONGEST = 20_000;
  private static final int DEEPEST = 100;

  private EcqlReader() {}

  /**
   * The filter, with all its attributes known to the type.
   *
   * @param parameter named in faults
   */
  public static Filter read(String parameter, String text, FeatureType type) {
    requireSmall(parameter, text);
    Filter filter = parse(parameter, text);
    requireKnown(parameter, filter, type);
    return filter;
  }

  /** Both must hold. */
  public static Filter and(Filter one, Filter other) {
    if (Filter.INCLUDE.equals(one)) {
      return other;
    }
    return Filter.INCLUDE.equals(other)
        ? one
        : CommonFactoryFinder.getFilterFactory().and(one, other);
  }

  /** The parser goes down one level of its stack with each parenthesis and each NOT. */
  private static void requireSmall(String parameter, String text) {
    long brackets = text.chars().filter(c -> c == '(' || c == '[').count();
    int negations = text.toUpperCase(Locale.ROOT).split("NOT\\b", -1).length;
    if (text.length() > LONGEST
        || brackets > 10 * DEEPEST
        || negations > DEEPEST
        || depth(text) > DEEPEST) {
      throw new RequestException(
          Fault.TOO_LARGE,
          parameter,
          "%s: a filter may have %d characters and be nested %d deep"
              .formatted(parameter, LONGEST, DEEPEST));
    }
  }

  private static int depth(String text) {
    int deepest = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  private static Filter parse(String parameter, String text) {
    try {
      return ECQL.toFilter(text);
    } catch (CQLException | RuntimeException | TokenMgrError | StackOverflowError e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          parameter,
          "%s=%s is not a filter in ECQL: %s"
              .formatted(parameter, RequestException.quote(text), reason),
          e);
    }
  }

  private static void requireKnown(String parameter, Filter filter, FeatureType type) {
    FilterAttributeExtractor names = new FilterAttributeExtractor();
    filter.accept(names, null);
    Set<String> known = new TreeSet<>();
    type.attributes().forEach(attribute -> known.add(attribute.name()));
    known.add(type.geometryName());
    for (String name : names.getAttributeNameSet()) {
      if (!known.contains(name)) {
        throw RequestException.invalid(
            parameter,
            name,
            "layer %s has no such attribute; it has %s"
                .formatted(type.name(), String.join(", ", known)));
      }
    }
  }
}
