package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.FeeStandards;
import org.tuguan.core.issuing.ForgoneFee;
import org.tuguan.core.issuing.QuoteRequest;
import org.tuguan.core.payment.BillLine;
import org.tuguan.core.payment.FeeSplit;
import org.tuguan.core.payment.RevenueShare;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What payments have to know of the quotes that applications were made with. */
@Component
public class QuotedFees {
  private static final FeeSplit.Layer NO_LAYER = new FeeSplit.Layer("-", "-");

  private final JdbcQuotes quotes;
  private final FeeStandardStore store;

  QuotedFees(JdbcQuotes quotes, FeeStandardStore store) {
    this.quotes = quotes;
    this.store = store;
  }

  /**
   * The fee of an application, as papers show it and the books divide it.
   *
   * @param standard the fee standard and its version; the article if a person set the price
   * @param demonstration true if the price is made up
   */
  public record Fee(
      List<RevenueShare> shares, List<BillLine> lines, LocalText standard, boolean demonstration) {
    public Fee {
      shares = List.copyOf(shares);
      lines = List.copyOf(lines);
    }
  }

  /** Throws if it has no price above 0. */
  public Fee get(Application application) {
    KeptQuote quote = quotes.find(application.quote()).orElseThrow().quote();
    BigDecimal total = application.price().total().orElseThrow();
    JsonNode answer = JsonMapper.shared().readTree(quote.answer());
    boolean quoted = quote.priced().total().filter(total::equals).isPresent();
    List<FeeSplit.Line> lines = new ArrayList<>();
    List<BillLine> bill = new ArrayList<>();
    for (JsonNode line : answer.path("lines")) {
      lines.add(line(line));
      bill.add(billLine(line));
    }
    List<FeeSplit.Layer> layers =
        quote.wanted().layers().stream()
            .map(each -> new FeeSplit.Layer(each.layer(), each.agency()))
            .toList();
    String rule = application.price().rule();
    List<RevenueShare> shares =
        FeeSplit.of(
            total, layers.isEmpty() ? List.of(NO_LAYER) : layers, quoted ? lines : List.of(), rule);
    return new Fee(
        shares,
        quoted && !bill.isEmpty() ? bill : List.of(byHand(rule, total)),
        quoted ? standard(quote, answer) : LocalText.same(rule),
        answer.path("demonstration").asBoolean(false));
  }

  private static FeeSplit.Line line(JsonNode line) {
    List<Integer> layers = new ArrayList<>();
    line.path("items").forEach(each -> layers.add(each.asInt()));
    return new FeeSplit.Line(
        layers, line.path("article").asString(), line.get("amount").decimalValue());
  }

  private static BillLine billLine(JsonNode line) {
    return new BillLine(
        new LocalText(line.path("label_zh").asString(), line.path("label").asString()),
        line.path("article").asString(),
        line.get("amount").decimalValue());
  }

  private static BillLine byHand(String rule, BigDecimal total) {
    return new BillLine(new LocalText("核計費額", "fee set by an officer"), rule, total);
  }

  private static LocalText standard(KeptQuote quote, JsonNode answer) {
    String version = quote.priced().version().orElse("");
    JsonNode name = answer.path("standard");
    return new LocalText(
        (name.path("zh").asString("") + " " + version).strip(),
        (name.path("en").asString("") + " " + version).strip());
  }

  /** What was not charged, rule by rule; empty if nothing was, or no standard gave the price. */
  public List<ForgoneFee> listForgone(Application application) {
    KeptQuote quote = quotes.find(application.quote()).orElseThrow().quote();
    if (quote.priced().standard().isEmpty() || quote.priced().total().isEmpty()) {
      return List.of();
    }
    FeeStandards standards = store.standards();
    Optional<FeeStandard> standard =
        standards.findVersion(
            quote.priced().standard().get(), quote.priced().version().orElseThrow());
    if (standard.isEmpty()) {
      return List.of();
    }
    QuoteRequest request = QuoteRequest.read(quote.request());
    return ForgoneFee.of(
        standards, standard.get(), request, standards.priceUnder(standard.get(), request));
  }
}
