package org.tuguan.core.issuing;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.tuguan.core.LocalText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Quotes as JSON. */
public final class QuoteWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private QuoteWriter() {}

  /** The fields that DESIGN fixes, and the reasons beside them; the same text for equal quotes. */
  public static String json(Quote quote) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("status", quote.status().name());
      json.writeName("total_twd");
      if (quote.total().isPresent()) {
        json.writeNumber(quote.total().get());
      } else {
        json.writeNull();
      }
      head(json, quote);
      json.writeName("lines");
      json.writeStartArray();
      quote.lines().forEach(line -> line(json, quote, line));
      json.writeEndArray();
      json.writeName("decisions");
      json.writeStartArray();
      quote.decisions().forEach(each -> decision(json, each));
      json.writeEndArray();
      json.writeName("warnings");
      json.writeStartArray();
      quote.warnings().forEach(each -> local(json, each));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void head(JsonGenerator json, Quote quote) {
    json.writeStringProperty("currency", "TWD");
    json.writeStringProperty("schedule", quote.basis().schedule());
    json.writeName("version");
    json.writeString(quote.standard().map(each -> each.edition().version()).orElse(null));
    json.writeName("standard");
    local(json, quote.standard().map(FeeStandard::name).orElse(LocalText.same("")));
    json.writeName("application_date");
    json.writeString(quote.applicationDate().map(Object::toString).orElse(null));
    json.writeBooleanProperty("demonstration", quote.demonstration());
  }

  private static void line(JsonGenerator json, Quote quote, QuoteLine line) {
    QuoteLine.Citation citation = line.citation();
    json.writeStartObject();
    json.writeStringProperty("label", line.label().en());
    json.writeStringProperty("label_zh", line.label().zh());
    json.writeStringProperty("calc", line.calc());
    json.writeName("amount");
    json.writeNumber(line.amount());
    json.writeStringProperty("product", citation.product());
    json.writeStringProperty("article", citation.row());
    json.writeStringProperty("row", citation.row());
    json.writeStringProperty("component", line.component().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("unit", citation.unit());
    json.writeName("quantity");
    json.writeNumber(citation.quantity());
    json.writeName("items");
    json.writeStartArray();
    line.items().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeName("reductions");
    reductions(json, citation.reductions());
    json.writeBooleanProperty("demonstration", citation.demonstration());
    json.writeStringProperty(
        "schedule", quote.standard().map(each -> each.edition().id()).orElse(""));
    json.writeStringProperty(
        "version", quote.standard().map(each -> each.edition().version()).orElse(""));
    json.writeEndObject();
  }

  private static void reductions(JsonGenerator json, List<FeeRule> rules) {
    json.writeStartArray();
    for (FeeRule rule : rules) {
      json.writeStartObject();
      json.writeStringProperty("rule", rule.id());
      json.writeStringProperty("type", rule.type().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("article", rule.article());
      json.writeName("text");
      local(json, rule.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void decision(JsonGenerator json, Decision each) {
    json.writeStartObject();
    json.writeNumberProperty("item", each.item());
    json.writeStringProperty("product", each.product());
    json.writeStringProperty("status", each.outcome().name());
    json.writeStringProperty("rule", each.rule());
    json.writeStringProperty("article", each.article());
    json.writeName("reason");
    local(json, each.reason());
    json.writeName("uncovered");
    json.writeStartArray();
    each.uncovered().forEach(text -> local(json, text));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void local(JsonGenerator json, LocalText text) {
    json.writeStartObject();
    json.writeStringProperty("zh", text.zh());
    json.writeStringProperty("en", text.en());
    json.writeEndObject();
  }
}
