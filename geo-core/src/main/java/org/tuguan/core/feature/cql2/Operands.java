package org.tuguan.core.feature.cql2;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.filter.function.FilterFunction_strToLowerCase;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.cql2.Operand.Kind;

/** Makes values of nodes: attributes that exist, literals, arithmetic, folding of case. */
final class Operands {
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");
  private static final Set<String> NOT_OFFERED = Set.of("div", "%", "^", "accenti");

  private final FeatureType type;
  private final FilterFactory filters;

  Operands(FeatureType type, FilterFactory filters) {
    this.type = type;
    this.filters = filters;
  }

  Operand of(Node node) {
    if (node instanceof Node.Property property) {
      return attribute(property);
    }
    if (node instanceof Node.Literal literal) {
      return literal(literal.value(), literal.place());
    }
    if (node instanceof Node.Call call) {
      return call(call);
    }
    throw Problem.at(node.place(), "expected a text, a number, a truth value or a time here");
  }

  Operand literal(Object value, String place) {
    return new Operand(filters.literal(value), kind(value), place);
  }

  private static Kind kind(Object value) {
    if (value instanceof String) {
      return Kind.TEXT;
    }
    if (value instanceof Boolean) {
      return Kind.BOOLEAN;
    }
    if (value instanceof LocalDate) {
      return Kind.DATE;
    }
    return value instanceof OffsetDateTime ? Kind.TIMESTAMP : Kind.NUMBER;
  }

  private Operand attribute(Node.Property property) {
    Attribute attribute = type.findAttribute(property.name()).orElseThrow(() -> unknown(property));
    return new Operand(filters.property(attribute.name()), kind(attribute), property.place());
  }

  RequestException unknown(Node.Property property) {
    if (property.name().equals(type.geometryName())) {
      return Problem.at(
          property.place(), "a geometry takes part in S_INTERSECTS and the like only");
    }
    List<String> names = new ArrayList<>(type.attributes().stream().map(Attribute::name).toList());
    names.add(type.geometryName());
    return Problem.at(
        property.place(),
        "there is no attribute %s; there are %s"
            .formatted(RequestException.quote(property.name()), String.join(", ", names)));
  }

  private static Kind kind(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT -> Kind.TEXT;
      case INTEGER, NUMBER -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
      case DATE -> Kind.DATE;
      case TIMESTAMP -> Kind.TIMESTAMP;
    };
  }

  private Operand call(Node.Call call) {
    if (call.op().equals("casei")) {
      return lowerCase(call);
    }
    if (ARITHMETIC.contains(call.op()) && call.args().size() == 2) {
      return arithmetic(call);
    }
    if (NOT_OFFERED.contains(call.op())) {
      throw Problem.at(call.place(), call.op() + " is not offered by this server");
    }
    throw Problem.at(
        call.place(),
        "expected a value; known functions are casei, %s not among them"
            .formatted(RequestException.quote(call.op())));
  }

  private Operand lowerCase(Node.Call call) {
    if (call.args().size() != 1) {
      throw Problem.at(call.place(), "casei takes one text");
    }
    Operand text = require(Kind.TEXT, of(call.args().get(0)));
    Expression folded =
        text.constant()
            ? filters.literal(text.value().toString().toLowerCase(Locale.ROOT))
            : lowerCase(text.expression());
    return new Operand(folded, Kind.TEXT, call.place());
  }

  /** Made directly: looking functions up by name starts every one of GeoTools'. */
  private static Expression lowerCase(Expression text) {
    FilterFunction_strToLowerCase function = new FilterFunction_strToLowerCase();
    function.setParameters(List.of(text));
    return function;
  }

  private Operand arithmetic(Node.Call call) {
    Expression left = require(Kind.NUMBER, of(call.args().get(0))).expression();
    Expression right = require(Kind.NUMBER, of(call.args().get(1))).expression();
    Expression result =
        switch (call.op()) {
          case "+" -> filters.add(left, right);
          case "-" -> filters.subtract(left, right);
          case "*" -> filters.multiply(left, right);
          default -> filters.divide(left, right);
        };
    boolean constant = left instanceof Literal && right instanceof Literal;
    return new Operand(constant ? folded(result, call) : result, Kind.NUMBER, call.place());
  }

  private Expression folded(Expression constant, Node.Call call) {
    Double value = constant.evaluate(null, Double.class);
    if (value == null || !Double.isFinite(value)) {
      throw Problem.at(call.place(), "arithmetic without a result");
    }
    return filters.literal(value);
  }

  static Operand require(Kind kind, Operand operand) {
    if (operand.kind() != kind) {
      throw Problem.expected(operand.place(), kind.shown(), operand.kind().shown());
    }
    return operand;
  }
}
