package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A value of a JSON document and where it stands there, so that a fault can name line, column,
 * field and what is allowed.
 *
 * @param value a map or list of nodes, a string, a {@link BigDecimal}, a Boolean or null
 * @param path for example {@code rules[2].charge}; empty for the whole document
 * @param line from 1
 * @param column from 1
 */
public record JsonNode(Object value, String path, int line, int column) {
  private static final int DEEPEST = 60;
  private static final JsonFactory JSON = new JsonFactory();

  public static JsonNode read(String json) {
    return read("", json);
  }

  /**
   * @param path of the document in what it is part of; empty if it stands alone
   */
  static JsonNode read(String path, String json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      JsonNode root = node(parser, path, 0);
      if (parser.nextToken() != null) {
        throw root.fault("文件之後還有內容", "there is more after the document");
      }
      return root;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 1 : at.getLineNr();
      int column = at == null ? 1 : at.getColumnNr();
      throw new JsonNode(null, path, line, column).fault("不是 JSON", "this is not JSON");
    }
  }

  private static JsonNode node(JsonParser parser, String path, int depth) {
    TokenStreamLocation at = parser.currentTokenLocation();
    JsonToken token = parser.currentToken();
    Object value = null;
    if (depth > DEEPEST) {
      throw new JsonNode(null, path, at.getLineNr(), at.getColumnNr())
          .fault("巢狀太深", "nested deeper than " + DEEPEST + " levels");
    } else if (token == JsonToken.START_OBJECT) {
      value = members(parser, path, depth);
    } else if (token == JsonToken.START_ARRAY) {
      value = items(parser, path, depth);
    } else if (token == JsonToken.VALUE_STRING) {
      value = parser.getString();
    } else if (token != null && token.isNumeric()) {
      value = number(parser, path, at);
    } else if (token != null && token.isBoolean()) {
      value = token == JsonToken.VALUE_TRUE;
    }
    return new JsonNode(value, path, at.getLineNr(), at.getColumnNr());
  }

  private static BigDecimal number(JsonParser parser, String path, TokenStreamLocation at) {
    BigDecimal number = parser.getDecimalValue();
    if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
      throw new JsonNode(null, path, at.getLineNr(), at.getColumnNr())
          .fault("數字位數過多", "a number of more than 40 digits");
    }
    return number;
  }

  private static Map<String, JsonNode> members(JsonParser parser, String path, int depth) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      JsonNode member = node(parser, join(path, name), depth + 1);
      if (members.put(name, member) != null) {
        throw member.fault("欄位重複", "this field is written twice");
      }
    }
    return members;
  }

  private static List<JsonNode> items(JsonParser parser, String path, int depth) {
    List<JsonNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, path + "[" + items.size() + "]", depth + 1));
    }
    return items;
  }

  /** A fault at this place, to be thrown. */
  public RequestException fault(String zh, String en) {
    String where = path.isEmpty() ? "" : path + ": ";
    return RequestException.at(
        new RequestException.Place(line, column),
        path,
        new LocalText(
            "第 %d 行第 %d 字，%s%s".formatted(line, column, where, zh),
            "line %d, column %d, %s%s".formatted(line, column, where, en)));
  }

  /** Empty if absent or null. */
  public Optional<JsonNode> find(String name) {
    JsonNode member = members().get(name);
    return member == null || member.value == null ? Optional.empty() : Optional.of(member);
  }

  public JsonNode get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new JsonNode(null, join(path, name), line, column)
                    .fault("缺少欄位 " + name, "the field " + name + " is missing"));
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Refuses every field that is not named here. */
  public void only(String... names) {
    List<String> allowed = Arrays.asList(names);
    for (Map.Entry<String, JsonNode> member : members().entrySet()) {
      if (!allowed.contains(member.getKey())) {
        String list = String.join(", ", allowed);
        throw member.getValue().fault("沒有這個欄位；可用：" + list, "no such field; allowed are " + list);
      }
    }
  }

  @SuppressWarnings("unchecked")
  public Map<String, JsonNode> members() {
    if (value instanceof Map) {
      return (Map<String, JsonNode>) value;
    }
    throw fault("應為物件", "expected an object");
  }

  @SuppressWarnings("unchecked")
  public List<JsonNode> items() {
    if (value instanceof List) {
      return (List<JsonNode>) value;
    }
    throw fault("應為清單", "expected a list");
  }

  public String text() {
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    throw fault("應為非空白文字", "expected a text that is not blank");
  }

  /** Numbers may be written as JSON numbers or as text; zero or more. */
  public BigDecimal amount() {
    BigDecimal number = null;
    if (value instanceof BigDecimal decimal) {
      number = decimal;
    } else if (value instanceof String text && text.matches("\\d{1,15}(\\.\\d{1,15})?")) {
      number = new BigDecimal(text);
    }
    if (number == null || number.signum() < 0) {
      throw fault("應為不小於 0 的數字", "expected a number of 0 or more");
    }
    return number;
  }

  public boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw fault("應為 true 或 false", "expected true or false");
  }

  public boolean flag(String name) {
    return find(name).map(JsonNode::flag).orElse(false);
  }

  public LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeParseException e) {
      throw fault("應為日期，例如 2017-03-15", "expected a date such as 2017-03-15");
    }
  }

  public LocalText local() {
    if (value instanceof String) {
      return LocalText.same(text());
    }
    only("zh", "en");
    return new LocalText(get("zh").text(), get("en").text());
  }

  /** By the lower-case name of a constant. */
  public <E extends Enum<E>> E choice(Class<E> type) {
    List<String> allowed = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      if (name.equals(value)) {
        return constant;
      }
      allowed.add(name);
    }
    String list = String.join(", ", allowed);
    throw fault("可用：" + list, "allowed are " + list);
  }

  public List<String> texts(String name) {
    return find(name).stream().flatMap(node -> node.items().stream()).map(JsonNode::text).toList();
  }
}
