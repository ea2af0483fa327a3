package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.capability.FunctionName;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.filter.function.DefaultFunctionFactory;
import org.tuguan.core.RequestException;

/**
 * Reads functions: {@code ogc:Function} by name, and the functions that SE 1.1 has elements for.
 *
 * <p>Only GeoTools' plain functions are offered; its processes are not, nor functions by which a
 * small style could ask for unbounded work.
 */
final class SldFunctions {
  private static final String IN_LANGUAGE = "inLanguage";

  /** Argument counts in their descriptions are examples. */
  private static final Set<String> VARIADIC = Set.of("Recode", "Categorize", "Interpolate");

  /** Regular expressions of the caller, unbounded geometry, whole collections, thread state. */
  private static final Set<String> REFUSED =
      Set.of(
          "strMatches",
          "strReplace",
          "stringTemplate",
          "bufferWithSegments",
          "buffer",
          "geomFromWKT",
          "lapply",
          "litem",
          "list",
          "parameter",
          "env",
          "random",
          "property",
          "now");

  private final FilterFactory factory;
  private final SldExpressions expressions;
  private final boolean chinese;
  private final DefaultFunctionFactory functions = new DefaultFunctionFactory();

  SldFunctions(FilterFactory factory, SldExpressions expressions, boolean chinese) {
    this.factory = factory;
    this.expressions = expressions;
    this.chinese = chinese;
  }

  /** {@code Function name="…"}. */
  Expression function(SldElement element) {
    String name =
        element.attribute("name").orElseThrow(() -> element.fault("attribute name is missing"));
    List<Expression> arguments = expressions.operands(element);
    if (name.equals(IN_LANGUAGE)) {
      return inLanguage(element, arguments);
    }
    return call(element, name, arguments);
  }

  private Expression inLanguage(SldElement element, List<Expression> arguments) {
    if (arguments.size() != 2) {
      throw element.fault("inLanguage takes two arguments: Chinese, English");
    }
    Expression zh = arguments.get(0);
    return chinese ? zh : factory.function("strDefaultIfBlank", arguments.get(1), zh);
  }

  /** The functions of SE 1.1, section 11. */
  Expression symbologyFunction(SldElement element) {
    return switch (element.name()) {
      case "Categorize" -> call(element, "Categorize", categorize(element));
      case "Interpolate" -> call(element, "Interpolate", interpolate(element));
      case "Recode" -> call(element, "Recode", pairs(element, "MapItem"));
      case "Concatenate" -> call(element, "Concatenate", values(element, "StringValue"));
      case "FormatNumber" ->
          call(
              element,
              "numberFormat",
              List.of(
                  expressions.value(element.getChild("Pattern")),
                  expressions.value(element.getChild("NumericValue")),
                  factory.literal("en")));
      case "ChangeCase" ->
          call(
              element,
              element.attribute("direction").orElse("toUpper").equals("toLower")
                  ? "strToLowerCase"
                  : "strToUpperCase",
              values(element, "StringValue"));
      case "StringLength" -> call(element, "strLength", values(element, "StringValue"));
      case "Trim" -> call(element, "strTrim", values(element, "StringValue"));
      default -> throw element.fault("<%s> is not an expression".formatted(element.name()));
    };
  }

  private List<Expression> categorize(SldElement element) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(lookup(element));
    for (SldElement child : element.children()) {
      if (child.is("Value") || child.is("Threshold")) {
        arguments.add(expressions.value(child));
      }
    }
    String belongs =
        element
            .attribute("thresholdBelongsTo")
            .or(() -> element.attribute("threshholdsBelongTo"))
            .or(() -> element.attribute("thresholdsBelongTo"))
            .orElse("succeeding");
    arguments.add(factory.literal(belongs));
    return arguments;
  }

  private List<Expression> interpolate(SldElement element) {
    List<Expression> arguments = pairs(element, "InterpolationPoint");
    arguments.add(factory.literal(element.attribute("mode").orElse("linear")));
    arguments.add(factory.literal(element.attribute("method").orElse("numeric")));
    return arguments;
  }

  private List<Expression> pairs(SldElement element, String name) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(lookup(element));
    for (SldElement pair : element.children(name)) {
      arguments.add(expressions.value(pair.getChild("Data")));
      arguments.add(expressions.value(pair.getChild("Value")));
    }
    return arguments;
  }

  private Expression lookup(SldElement element) {
    return expressions.value(element.getChild("LookupValue"));
  }

  private List<Expression> values(SldElement element, String name) {
    return element.children(name).stream().map(expressions::value).toList();
  }

  private Expression call(SldElement element, String name, List<Expression> arguments) {
    FunctionName known =
        description(name)
            .orElseThrow(
                () ->
                    element.fault(
                        "there is no function %s".formatted(RequestException.quote(name))));
    checkCount(element, known, arguments.size());
    Literal fallback = element.attribute("fallbackValue").map(factory::literal).orElse(null);
    try {
      Function function = functions.function(known.getName(), arguments, fallback);
      if (function != null) {
        return function;
      }
    } catch (RuntimeException refused) {
      throw element.fault("function %s: %s".formatted(known.getName(), refused.getMessage()));
    }
    throw element.fault("there is no function %s".formatted(RequestException.quote(name)));
  }

  private Optional<FunctionName> description(String name) {
    return functions.getFunctionNames().stream()
        .filter(each -> each.getName().equalsIgnoreCase(name))
        .filter(each -> !REFUSED.contains(each.getName()))
        .filter(each -> !each.getName().startsWith("Collection_"))
        .findFirst();
  }

  /** A negative count means "at least so many". */
  private static void checkCount(SldElement element, FunctionName known, int count) {
    int wanted = known.getArgumentCount();
    boolean right =
        VARIADIC.contains(known.getName())
            ? count >= 2
            : wanted < 0 ? count >= Math.min(-wanted, 1) : count == wanted;
    if (!right) {
      throw element.fault(
          "function %s takes %s%d arguments, there are %d"
              .formatted(known.getName(), wanted < 0 ? "at least " : "", Math.abs(wanted), count));
    }
  }
}
