package org.tuguan.plugin.registers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.issuing.JsonNode;

/** The registers that are kept, as read from their definitions. */
final class Registers {
  private static final String SHIPPED = "registers.json";

  private final List<Register> list;

  Registers(List<Register> list) {
    this.list = List.copyOf(list);
  }

  static Registers shipped() {
    try (InputStream in = Registers.class.getResourceAsStream(SHIPPED)) {
      return read(
          new String(Objects.requireNonNull(in, SHIPPED).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws RequestException with line and column of what cannot be understood
   */
  static Registers read(String json) {
    return new Registers(
        JsonNode.read(json).get("registers").items().stream().map(Registers::register).toList());
  }

  List<Register> list() {
    return list;
  }

  /**
   * @throws RequestException NOT_FOUND
   */
  Register get(String id) {
    return list.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "register",
                    new LocalText("沒有這個登記簿", "there is no such register")));
  }

  private static Register register(JsonNode node) {
    node.only(
        "id",
        "name",
        "prefix",
        "basis",
        "public",
        "location",
        "states",
        "categories",
        "fields",
        "runs_from",
        "remind_days",
        "escalate_days",
        "thresholds",
        "indicators",
        "note");
    List<Register.State> states =
        node.get("states").items().stream().map(Registers::state).toList();
    return new Register(
        node.get("id").text(),
        node.get("name").local(),
        node.get("prefix").text(),
        node.get("basis").local(),
        node.flag("public"),
        node.flag("location"),
        states,
        node.get("categories").items().stream().map(Registers::category).toList(),
        node.get("fields").items().stream().map(Registers::field).toList(),
        node.find("runs_from").map(JsonNode::text),
        node.get("remind_days").amount().intValueExact(),
        node.get("escalate_days").amount().intValueExact(),
        node.get("thresholds").items().stream().map(Registers::threshold).toList(),
        node.get("indicators").items().stream().map(each -> count(each, states)).toList(),
        node.find("note").map(JsonNode::local));
  }

  private static Register.State state(JsonNode node) {
    node.only("id", "name", "closed");
    return new Register.State(node.get("id").text(), node.get("name").local(), node.flag("closed"));
  }

  private static Register.Category category(JsonNode node) {
    node.only("id", "name", "deadline");
    return new Register.Category(
        node.get("id").text(),
        node.get("name").local(),
        node.find("deadline")
            .map(
                each ->
                    new Deadline(
                        each.get("length").amount().intValueExact(),
                        each.get("unit").choice(Deadline.Unit.class))));
  }

  private static Register.Field field(JsonNode node) {
    node.only("id", "name", "type", "required", "choices");
    return new Register.Field(
        node.get("id").text(),
        node.get("name").local(),
        node.get("type").choice(Register.Type.class),
        node.flag("required"),
        node.texts("choices"));
  }

  private static Register.Threshold threshold(JsonNode node) {
    node.only("per", "category", "count", "reached", "below");
    return new Register.Threshold(
        node.get("per").choice(Register.Span.class),
        node.find("category").map(JsonNode::text),
        node.get("count").amount().intValueExact(),
        node.get("reached").local(),
        node.get("below").local());
  }

  private static Register.Count count(JsonNode node, List<Register.State> states) {
    node.only("name", "title", "unit", "over", "numerator", "denominator");
    return new Register.Count(
        node.get("name").text(),
        node.get("title").local(),
        node.get("unit").choice(IndicatorUnit.class),
        node.get("over").choice(Register.Over.class),
        part(node.get("numerator"), states),
        node.find("denominator").map(each -> part(each, states)));
  }

  private static Register.Part part(JsonNode node, List<Register.State> states) {
    node.only("count", "sum", "state", "agency");
    List<String> wanted = node.texts("state");
    boolean inTime = node.find("count").map(JsonNode::text).equals(Optional.of("in_time"));
    boolean closed =
        !wanted.isEmpty()
            && states.stream()
                .filter(each -> wanted.contains(each.id()))
                .allMatch(Register.State::closed);
    return new Register.Part(
        node.find("sum").map(JsonNode::text),
        inTime,
        wanted,
        closed || inTime,
        node.find("agency").map(JsonNode::text));
  }
}
