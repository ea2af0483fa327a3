package org.tuguan.core.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.cql2.JsonTree.Numeral;

/** Reads CQL2 JSON; places are paths such as {@code $.args[0]}. */
final class JsonNodes {
  private JsonNodes() {}

  static Node parse(String json) {
    return node(JsonTree.read(json), "$");
  }

  private static Node node(Object json, String place) {
    if (json instanceof Map<?, ?> object) {
      return object(object, place);
    }
    if (json instanceof String text) {
      return new Node.Literal(Literals.text(text, place), place);
    }
    if (json instanceof Numeral number) {
      return new Node.Literal(Literals.number(number.text(), place), place);
    }
    if (json instanceof Boolean) {
      return new Node.Literal(json, place);
    }
    throw Problem.expected(place, "an object or a value", json == null ? "null" : "a list");
  }

  private static Node object(Map<?, ?> object, String place) {
    if (object.containsKey("op")) {
      return call(object, place);
    }
    if (object.containsKey("property")) {
      return new Node.Property(text(object.get("property"), place + ".property"), place);
    }
    if (object.containsKey("type")) {
      return new Node.Shape(GeoJsonShape.read(object, place), place);
    }
    if (object.containsKey("bbox")) {
      return Literals.box(numbers(object.get("bbox"), place + ".bbox"), place);
    }
    if (object.containsKey("interval")) {
      return interval(list(object.get("interval"), place + ".interval"), place);
    }
    for (String instant : List.of("date", "timestamp")) {
      if (object.containsKey(instant)) {
        Node value = new Node.Literal(text(object.get(instant), place + "." + instant), place);
        return Literals.call(instant, List.of(value), place);
      }
    }
    throw Problem.at(
        place, "an object needs one of op, property, date, timestamp, interval, bbox or type");
  }

  private static Node call(Map<?, ?> object, String place) {
    String op = text(object.get("op"), place + ".op").toLowerCase(Locale.ROOT);
    List<?> args = list(object.get("args"), place + ".args");
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String each = place + ".args[" + i + "]";
      boolean listed = op.equals("in") && i == 1;
      if (listed) {
        nodes.addAll(nodes(list(args.get(i), each), each));
      } else {
        nodes.add(node(args.get(i), each));
      }
    }
    return new Node.Call(op, nodes, place);
  }

  private static List<Node> nodes(List<?> items, String place) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      nodes.add(node(items.get(i), place + "[" + i + "]"));
    }
    return nodes;
  }

  private static Node interval(List<?> ends, String place) {
    if (ends.size() != 2) {
      throw Problem.at(place, "an interval has a start and an end");
    }
    List<Node> nodes = nodes(ends, place + ".interval");
    return new Node.Interval(Literals.end(nodes.get(0)), Literals.end(nodes.get(1)), place);
  }

  static List<Double> numbers(Object json, String place) {
    List<Double> numbers = new ArrayList<>();
    for (Object each : list(json, place)) {
      if (!(each instanceof Numeral number)) {
        throw Problem.at(place, "expected numbers");
      }
      numbers.add(((Number) Literals.number(number.text(), place)).doubleValue());
    }
    return numbers;
  }

  static List<?> list(Object json, String place) {
    if (json instanceof List<?> list) {
      return list;
    }
    throw Problem.expected(place, "a list", shown(json));
  }

  static String text(Object json, String place) {
    if (json instanceof String text) {
      return text;
    }
    throw Problem.expected(place, "a text", shown(json));
  }

  private static String shown(Object json) {
    if (json == null) {
      return "nothing";
    }
    return json instanceof Map ? "an object" : RequestException.quote(json.toString());
  }
}
