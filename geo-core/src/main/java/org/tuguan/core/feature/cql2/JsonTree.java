package org.tuguan.core.feature.cql2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists, strings, numbers as written ({@link Numeral}), booleans and null. */
final class JsonTree {
  /** Of objects and lists within each other, geometries included. */
  private static final int DEEPEST = 200;

  private static final JsonFactory JSON = new JsonFactory();

  /** A number, not yet read. */
  record Numeral(String text) {}

  private final JsonParser parser;
  private int depth;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  static Object read(String json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() == null) {
        throw Problem.expected("position 1", "a JSON object", "the end");
      }
      Object value = new JsonTree(parser).value();
      if (parser.nextToken() != null) {
        throw Problem.expected(place(parser), "the end", "more JSON");
      }
      return value;
    } catch (JacksonException e) {
      long column = e.getLocation() == null ? 1 : e.getLocation().getCharOffset() + 1;
      throw Problem.at("position " + column, "not JSON");
    }
  }

  private static String place(JsonParser parser) {
    return "position " + (parser.currentTokenLocation().getCharOffset() + 1);
  }

  private Object value() {
    JsonToken token = parser.currentToken();
    switch (token) {
      case START_OBJECT:
        return nested(this::object);
      case START_ARRAY:
        return nested(this::array);
      case VALUE_STRING:
        return parser.getString();
      case VALUE_NUMBER_INT:
      case VALUE_NUMBER_FLOAT:
        return new Numeral(parser.getString());
      case VALUE_TRUE:
      case VALUE_FALSE:
        return token == JsonToken.VALUE_TRUE;
      default:
        return null;
    }
  }

  private interface Reader {
    Object read();
  }

  private Object nested(Reader reader) {
    if (++depth > DEEPEST) {
      throw Problem.at(place(parser), "nested deeper than " + DEEPEST + " levels");
    }
    Object value = reader.read();
    depth--;
    return value;
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value());
    }
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }
}
