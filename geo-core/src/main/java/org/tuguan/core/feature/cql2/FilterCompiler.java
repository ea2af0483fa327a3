package org.tuguan.core.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.filter.FilterFactoryImpl;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.cql2.Operand.Kind;

/**
 * Makes a GeoTools filter of a tree, and refuses what the data set cannot answer.
 *
 * <p>Conditions without an attribute are decided here; {@link Filter#INCLUDE} and {@link
 * Filter#EXCLUDE} come out only as the whole result.
 */
final class FilterCompiler {
  private static final int DEEPEST = 250;
  private static final int MOST_NODES = 20_000;

  private final FilterFactory filters = new FilterFactoryImpl();
  private final Logic logic = new Logic(filters);
  private final FeatureType type;
  private final Operands operands;
  private final Comparisons comparisons;
  private final SpatialCompiler spatial;
  private final TemporalCompiler temporal;

  FilterCompiler(FeatureType type, Crs crs) {
    this.type = type;
    this.operands = new Operands(type, filters);
    this.comparisons = new Comparisons(filters, logic);
    this.spatial = new SpatialCompiler(type, crs, filters, logic);
    this.temporal = new TemporalCompiler(operands, comparisons, logic);
  }

  Filter compile(Node root) {
    new Limit().check(root, 1);
    return filter(root);
  }

  /** Before anything recurses without looking. */
  private static final class Limit {
    private int nodes;

    void check(Node node, int depth) {
      if (++nodes > MOST_NODES || depth > DEEPEST) {
        throw Problem.at(node.place(), "the filter is too large or nested too deeply");
      }
      if (node instanceof Node.Call call) {
        call.args().forEach(arg -> check(arg, depth + 1));
      }
    }
  }

  private Filter filter(Node node) {
    if (node instanceof Node.Call call) {
      return call(call);
    }
    if (node instanceof Node.Literal || node instanceof Node.Property) {
      return truth(operands.of(node));
    }
    throw Problem.at(node.place(), "expected a condition");
  }

  private Filter truth(Operand operand) {
    Operands.require(Kind.BOOLEAN, operand);
    return comparisons.compare("=", operand, operands.literal(true, operand.place()));
  }

  private Filter call(Node.Call call) {
    String op = call.op();
    if (op.startsWith("s_")) {
      return spatial.compile(call);
    }
    if (op.startsWith("t_")) {
      return temporal.compile(call);
    }
    return switch (op) {
      case "and" -> logic.and(conditions(call));
      case "or" -> logic.or(conditions(call));
      case "not" -> logic.not(filter(arguments(call, 1).get(0)));
      case "=", "<>", "<", "<=", ">", ">=" -> comparison(call);
      case "like" -> like(call);
      case "between" -> between(call);
      case "in" -> in(call);
      case "isnull" -> isNull(call);
      default ->
          throw Problem.at(
              call.place(),
              "expected a condition; "
                  + RequestException.quote(op)
                  + " is none that this server knows");
    };
  }

  private List<Filter> conditions(Node.Call call) {
    if (call.args().isEmpty()) {
      throw Problem.at(call.place(), call.op() + " takes conditions");
    }
    return call.args().stream().map(this::filter).toList();
  }

  private static List<Node> arguments(Node.Call call, int count) {
    if (call.args().size() != count) {
      throw Problem.at(
          call.place(),
          "%s takes %d arguments, found %d".formatted(call.op(), count, call.args().size()));
    }
    return call.args();
  }

  private Filter comparison(Node.Call call) {
    List<Node> args = arguments(call, 2);
    return comparisons.compare(call.op(), operands.of(args.get(0)), operands.of(args.get(1)));
  }

  private Filter between(Node.Call call) {
    List<Node> args = arguments(call, 3);
    Operand value = operands.of(args.get(0));
    return logic.and(
        List.of(
            comparisons.compare(">=", value, operands.of(args.get(1))),
            comparisons.compare("<=", value, operands.of(args.get(2)))));
  }

  private Filter in(Node.Call call) {
    if (call.args().size() < 2) {
      throw Problem.at(call.place(), "in takes a value and a list that is not empty");
    }
    Operand value = operands.of(call.args().get(0));
    List<Filter> matches = new ArrayList<>();
    for (Node item : call.args().subList(1, call.args().size())) {
      matches.add(comparisons.compare("=", value, operands.of(item)));
    }
    return logic.or(matches);
  }

  private Filter isNull(Node.Call call) {
    Node tested = arguments(call, 1).get(0);
    if (spatial.geometry(tested)) {
      return filters.isNull(filters.property(type.geometryName()));
    }
    Operand operand = operands.of(tested);
    return operand.constant() ? Filter.EXCLUDE : filters.isNull(operand.expression());
  }

  private Filter like(Node.Call call) {
    List<Node> args = arguments(call, 2);
    Operand value = Operands.require(Kind.TEXT, operands.of(args.get(0)));
    Operand pattern = operands.of(args.get(1));
    if (!pattern.constant() || pattern.kind() != Kind.TEXT) {
      throw Problem.at(pattern.place(), "the pattern of LIKE is a text in quotes");
    }
    String text = pattern.value().toString();
    if (trailingBackslashes(text) % 2 == 1) {
      throw Problem.at(
          pattern.place(), "the pattern ends with \\, which must stand before another character");
    }
    return logic.decided(
        value.constant(), filters.like(value.expression(), text, "%", "_", "\\", true));
  }

  private static int trailingBackslashes(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end--;
    }
    return text.length() - end;
  }
}
