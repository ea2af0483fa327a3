package org.tuguan.api.issuing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.people.Secrets;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.Quote;
import org.tuguan.core.issuing.QuoteRequest;
import org.tuguan.core.issuing.QuoteWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives quotes, and keeps each as it was given. */
@Service
class Quoting {
  private static final int SECRET = 10;
  private static final int ROC = 1911;

  private final DataPricing pricing;
  private final FeeStandardStore store;
  private final Askers askers;
  private final JdbcQuotes quotes;
  private final IssuingProperties properties;
  private final Clock clock;
  private final JsonMapper json;

  Quoting(
      DataPricing pricing,
      FeeStandardStore store,
      Askers askers,
      JdbcQuotes quotes,
      IssuingProperties properties,
      Clock clock,
      JsonMapper json) {
    this.pricing = pricing;
    this.store = store;
    this.askers = askers;
    this.quotes = quotes;
    this.properties = properties;
    this.clock = clock;
    this.json = json;
  }

  /**
   * @param body items under a fee standard, or what is wanted of layers
   * @return the answer, as it was kept
   */
  @Transactional
  public String quote(String body, Caller caller) {
    JsonNode root = JsonBody.object(json, body);
    PricedRequest priced = root.has("items") ? ofItems(body, caller) : ofLayers(root, caller);
    KeptQuote kept = kept(body, priced);
    quotes.insert(kept);
    return kept.answer();
  }

  /** The class is what the request says, so it is a trial whoever asks. */
  private PricedRequest ofItems(String body, Caller caller) {
    QuoteRequest request = QuoteRequest.read(body);
    Asker known = askers.of(caller, Optional.empty());
    Asker asker =
        new Asker(
            request.applicant().kind(),
            request.applicant().name(),
            known.account(),
            known.partner(),
            known.agency(),
            true);
    return new PricedRequest(
        asker,
        request.purpose(),
        body,
        store.standards().price(request),
        KeptQuote.Wanted.NOTHING,
        List.of(),
        List.of());
  }

  private PricedRequest ofLayers(JsonNode root, Caller caller) {
    DataRequest wanted = DataRequestReader.read(root);
    Asker asker = askers.of(caller, wanted.kind());
    LocalDate today = today();
    LocalDate day = wanted.date().orElse(today);
    Asker known =
        day.equals(today) || asker.trial()
            ? asker
            : new Asker(
                asker.kind(), asker.name(), asker.account(), asker.partner(), asker.agency(), true);
    return pricing.price(wanted, known, day);
  }

  /** The same request with more that is known of it, as a quote of its own. */
  @Transactional
  public JdbcQuotes.Row again(KeptQuote old, ObjectNode facts) {
    ObjectNode request = (ObjectNode) json.readTree(old.request());
    request.setAll(facts);
    String text = request.toString();
    Quote quote = store.standards().price(QuoteRequest.read(text));
    KeptQuote kept =
        kept(
            old.asked(),
            new PricedRequest(
                old.asker(), old.purpose(), text, quote, old.wanted(), List.of(), List.of()));
    return new JdbcQuotes.Row(quotes.insert(kept), kept);
  }

  private KeptQuote kept(String asked, PricedRequest priced) {
    Instant now = clock.instant();
    String number =
        "Q-%d-%s"
            .formatted(
                today().getYear() - ROC, Secrets.newLetters(SECRET).toUpperCase(Locale.ROOT));
    LocalDate until = validUntil(priced);
    Quote quote = priced.quote();
    return new KeptQuote(
        number,
        now,
        until,
        priced.asker(),
        priced.purpose(),
        asked,
        priced.request(),
        answer(number, now, until, priced),
        new KeptQuote.Priced(
            quote.standard().map(each -> each.edition().id()),
            quote.standard().map(each -> each.edition().version()),
            quote.status(),
            quote.total()),
        priced.wanted());
  }

  /** Not beyond the day on which another version comes into force. */
  private LocalDate validUntil(PricedRequest priced) {
    LocalDate today = today();
    LocalDate last = today.plusDays(properties.quoteDays());
    return priced
        .quote()
        .standard()
        .flatMap(
            standard ->
                store.standards().list().stream()
                    .filter(each -> each.edition().id().equals(standard.edition().id()))
                    .flatMap(each -> each.edition().from().stream())
                    .filter(from -> from.isAfter(today) && !from.isAfter(last))
                    .min(LocalDate::compareTo))
        .map(next -> next.minusDays(1))
        .orElse(last);
  }

  private String answer(String number, Instant now, LocalDate until, PricedRequest priced) {
    ObjectNode answer = (ObjectNode) json.readTree(QuoteWriter.json(priced.quote()));
    answer.put("number", number);
    answer.put("created", now.toString());
    answer.put("valid_until", until.toString());
    answer.put("trial", priced.asker().trial());
    answer.put("applicant_class", priced.asker().kind());
    answer.put("purpose", priced.purpose());
    ArrayNode warnings = (ArrayNode) answer.get("warnings");
    priced.warnings().forEach(each -> warnings.addPOJO(each));
    ArrayNode layers = answer.putArray("layers");
    priced.wanted().layers().forEach(each -> layer(layers.addObject(), each));
    answer.set("formats", json.valueToTree(priced.wanted().formats()));
    answer.put("crs", priced.wanted().crs());
    answer.put("bytes", priced.wanted().layers().stream().mapToLong(QuotedLayer::bytes).sum());
    answer.put("bytes_limit", properties.extract().toBytes());
    ArrayNode hints = answer.putArray("hints");
    for (PricedRequest.Hint each : priced.hints()) {
      hints
          .addObject()
          .put("layer", each.layer())
          .put("sheet", each.sheet())
          .put("depth_m", Math.round(each.depth() * 10) / 10.0)
          .put("area_m2", Math.round(each.area()))
          .put("saves_twd", each.saves());
    }
    return json.writeValueAsString(answer);
  }

  private static void layer(ObjectNode node, QuotedLayer layer) {
    node.put("layer", layer.layer());
    node.putObject("title").put("zh", layer.title().zh()).put("en", layer.title().en());
    node.put("agency", layer.agency());
    node.put("whole", layer.area().isEmpty());
    node.put("features", layer.features());
    node.put("km2", layer.km2());
    node.put("bytes", layer.bytes());
    ArrayNode sheets = node.putArray("sheets");
    layer.sheets().forEach(sheets::add);
    node.put("hash", layer.hash());
    node.put("updated", layer.updated().toString());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }
}
