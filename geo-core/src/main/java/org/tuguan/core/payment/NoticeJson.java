package org.tuguan.core.payment;

import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.tuguan.core.issuing.JsonNode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Notices as JSON: {@code event}, {@code payment}, {@code transaction}, {@code status}, {@code
 * amount}, {@code currency} (TWD), {@code occurred} (ISO 8601). Fields that are not known are left
 * alone; nothing that looks like card data is ever kept.
 */
public final class NoticeJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST = 100;

  private NoticeJson() {}

  /** Throws UNREADABLE_DATA. */
  public static PaymentNotice read(String body) {
    JsonNode root = JsonNode.read(body);
    JsonNode status = root.get("status");
    PaymentNotice.Status known =
        Arrays.stream(PaymentNotice.Status.values())
            .filter(each -> each.name().equals(status.text()))
            .findFirst()
            .orElseThrow(
                () ->
                    status.fault(
                        "不是已知的結果", "not one of " + Arrays.toString(PaymentNotice.Status.values())));
    JsonNode currency = root.get("currency");
    if (!currency.text().equals("TWD")) {
      throw currency.fault("須為 TWD", "expected TWD");
    }
    JsonNode occurred = root.get("occurred");
    try {
      return new PaymentNotice(
          text(root, "event"),
          text(root, "payment"),
          text(root, "transaction"),
          known,
          root.get("amount").amount(),
          Instant.parse(occurred.text()));
    } catch (DateTimeException e) {
      throw occurred.fault("須為 ISO 8601 時刻", "expected an ISO 8601 instant");
    } catch (IllegalArgumentException e) {
      throw root.fault("內容不全：" + e.getMessage(), "incomplete: " + e.getMessage());
    }
  }

  private static String text(JsonNode root, String name) {
    String text =
        root.find(name)
            .map(each -> each.value() instanceof String said ? said.strip() : each.text())
            .orElse("");
    if (text.length() > LONGEST || text.matches("(?s).*\\p{Cntrl}.*")) {
      throw root.get(name)
          .fault("至多 %d 字".formatted(LONGEST), "%d characters at most".formatted(LONGEST));
    }
    return text;
  }

  public static String write(PaymentNotice notice) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("event", notice.event());
      json.writeStringProperty("payment", notice.reference());
      json.writeStringProperty("transaction", notice.transaction());
      json.writeStringProperty("status", notice.status().name());
      json.writeName("amount");
      json.writeNumber(notice.amount());
      json.writeStringProperty("currency", "TWD");
      json.writeStringProperty("occurred", notice.occurred().toString());
      json.writeEndObject();
    }
    return text.toString();
  }
}
