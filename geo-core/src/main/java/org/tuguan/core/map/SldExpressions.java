package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;

/** Reads OGC expressions, SE functions, and text with expressions between it. */
final class SldExpressions {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(0|[1-9]\\d*)?\\.\\d+([eE][-+]?\\d+)?");

  /** A prefix before an attribute name, as XML clients write it. */
  private static final Pattern PREFIX = Pattern.compile("^[A-Za-z_][\\w.-]*:");

  private static final Set<String> OPERATORS = Set.of("Add", "Sub", "Mul", "Div");

  private final FilterFactory factory;
  private final SldFunctions functions;

  /**
   * @param chinese true if {@code inLanguage} picks its first argument
   */
  SldExpressions(FilterFactory factory, boolean chinese) {
    this.factory = factory;
    functions = new SldFunctions(factory, this, chinese);
  }

  /** An element that is an expression. */
  Expression expression(SldElement element) {
    if (OPERATORS.contains(element.name())) {
      return arithmetic(element);
    }
    return switch (element.name()) {
      case "PropertyName", "ValueReference" -> property(element);
      case "Literal" -> literal(element);
      case "Function" -> functions.function(element);
      default -> functions.symbologyFunction(element);
    };
  }

  /** The expressions in an element, and no text besides. */
  List<Expression> operands(SldElement element) {
    List<Expression> operands = new ArrayList<>();
    for (SldElement child : element.children()) {
      operands.add(expression(child));
    }
    return operands;
  }

  /** The one expression in an element. */
  Expression onlyOperand(SldElement element) {
    List<Expression> operands = operands(element);
    if (operands.size() != 1) {
      throw element.fault("one expression is expected, there are " + operands.size());
    }
    return operands.get(0);
  }

  /**
   * A parameter value: text, expressions, or both in a row, which are joined to one text. Numbers
   * alone become numbers.
   */
  Expression value(SldElement element) {
    List<Expression> parts = new ArrayList<>();
    boolean onlyText = true;
    for (SldElement part : element.content()) {
      if (!part.isText()) {
        parts.add(expression(part));
        onlyText = false;
      } else if (!text(part.text()).isEmpty()) {
        parts.add(factory.literal(text(part.text())));
      }
    }
    if (onlyText) {
      return factory.literal(typed(element.plainText()));
    }
    return parts.size() == 1
        ? parts.get(0)
        : factory.function("Concatenate", parts.toArray(Expression[]::new));
  }

  /** Line breaks and the indentation around them are layout; other blanks are meant. */
  private static String text(String raw) {
    return raw.replaceAll("^\\s*\\R\\s*", "").replaceAll("\\s*\\R\\s*$", "");
  }

  private Expression property(SldElement element) {
    String name = element.plainText();
    if (name.isEmpty()) {
      throw element.fault("the name of an attribute is expected");
    }
    return factory.property(PREFIX.matcher(name).replaceFirst(""));
  }

  private Literal literal(SldElement element) {
    List<SldElement> children = element.children();
    return children.isEmpty()
        ? factory.literal(typed(element.plainText()))
        : factory.literal(SldGeometries.geometry(children.get(0)));
  }

  /** Whole numbers and decimals as such; codes with leading zeros and all else stay text. */
  private static Object typed(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return DECIMAL.matcher(text).matches() ? Double.valueOf(text) : text;
  }

  private Expression arithmetic(SldElement element) {
    List<Expression> both = operands(element);
    if (both.size() != 2) {
      throw element.fault("two expressions are expected, there are " + both.size());
    }
    Expression first = both.get(0);
    Expression second = both.get(1);
    return switch (element.name()) {
      case "Add" -> factory.add(first, second);
      case "Sub" -> factory.subtract(first, second);
      case "Mul" -> factory.multiply(first, second);
      default -> factory.divide(first, second);
    };
  }
}
