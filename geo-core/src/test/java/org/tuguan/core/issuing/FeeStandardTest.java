package org.tuguan.core.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tuguan.core.RequestException;

/** Documents: what is refused and where, versions, differences, and what is shipped. */
class FeeStandardTest {
  private static final FeeStandards SHIPPED = FeeStandards.shipped();

  private static final String SMALL =
      """
      {
        "id": "town-maps", "version": "114-01-01",
        "name": {"zh": "鎮地圖收費標準", "en": "Town map fees"},
        "authority": "某鎮公所",
        "effective_from": "2025-01-01", "effective_to": null,
        "products": [
          {"code": "SHEET", "title": "圖", "unit": "sheet", "row": "第2條",
           "price": {"type": "unit_price", "price": "100"}}
        ],
        "rules": [
          {"id": "R1", "type": "percentage", "article": "第3條", "text": "學校半價",
           "when": {"applicant": ["school"], "product": ["SHEET"]},
           "effect": {"charge_pct": 50}}
        ],
        "sources": [{"url": "https://example.org/"}]
      }
      """;

  @Test
  void faultsNameLineColumnFieldAndWhatIsAllowed() {
    refused("\"percentage\"", "\"percent\"", "line 11", "rules[0].type", "percentage, surcharge");
    refused("\"unit_price\"", "\"price\"", "line 8", "products[0].price.type", "bracket_price");
    refused("\"2025-01-01\"", "\"114-01-01\"", "line 5", "effective_from", "2017-03-15");
    refused("\"charge_pct\": 50", "\"charge\": 50", "line 13", "rules[0].effect", "charge_pct");
    refused("\"charge_pct\": 50", "\"charge_pct\": -1", "rules[0].effect.charge_pct", "0 or more");
    refused("[\"SHEET\"]", "[\"MAP\"]", "line 12", "rules[0].when.product", "SHEET");
    refused("\"100\"", "\"a lot\"", "line 8", "products[0].price.price", "number");
    refused("\"authority\": \"某鎮公所\",", "", "authority", "missing");
    refused("town-maps", "Town Maps", "line 2", "id", "lower-case");
    refused("\"effective_to\": null", "\"effective_to\": \"2024-01-01\"", "effective_to");
    String brackets =
        "{\"type\": \"bracket_price\", \"brackets\": [{\"from\": %d, \"price\": 1}, {\"from\": %d, \"price\": 2}]}";
    String unitPrice = "{\"type\": \"unit_price\", \"price\": \"100\"}";
    refused(unitPrice, brackets.formatted(1, 5), "brackets[0].from", "starts at 0");
    refused(unitPrice, brackets.formatted(0, 0), "brackets[1].from", "rise");
    refused("[{\"url\"", "[{\"url\": \"x\", \"url\"", "sources[0].url", "twice");
    assertThatThrownBy(() -> FeeStandard.read("{\n  \"id\": }"))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("not JSON");
  }

  private static void refused(String what, String with, String... says) {
    assertThatThrownBy(() -> FeeStandard.read(SMALL.replace(what, with)))
        .isInstanceOf(RequestException.class)
        .hasMessageContainingAll(says);
  }

  @Test
  void aVersionIsNeverReplaced() {
    FeeStandard first = FeeStandard.read(SMALL);
    FeeStandards with = SHIPPED.with(first);
    assertThat(with.findInForce("town-maps", LocalDate.of(2025, 1, 1))).contains(first);
    assertThatThrownBy(() -> with.with(FeeStandard.read(SMALL.replace("\"100\"", "\"200\""))))
        .hasMessageContaining("never changed");
  }

  @Test
  void aNewerVersionPricesFromItsDayAndTheOlderBeforeIt() {
    FeeStandards both =
        SHIPPED
            .with(FeeStandard.read(SMALL))
            .with(
                FeeStandard.read(
                    SMALL
                        .replace("2025-01-01", "2026-07-01")
                        .replace("114-01-01", "115-07-01")
                        .replace("\"100\"", "\"120\"")));
    assertThat(both.price(request("2026-06-30")).total().orElseThrow()).isEqualByComparingTo("100");
    assertThat(both.price(request("2026-07-01")).total().orElseThrow()).isEqualByComparingTo("120");
    FeeStandard old = both.findVersion("town-maps", "114-01-01").orElseThrow();
    assertThat(both.priceUnder(old, request("2026-07-01")).total().orElseThrow())
        .isEqualByComparingTo("100");
  }

  @Test
  void badRequestsNameTheirField() {
    refuses("\"quantity\": 1", "\"quantity\": -1", "items[0].quantity");
    refuses("\"quantity\": 1", "\"quantity\": 0", "items[0].quantity");
    refuses("\"quantity\": 1", "\"quantity\": 1.5", "items[0].quantity");
    refuses("\"quantity\": 1", "\"quantity\": \"many\"", "items[0].quantity");
    refuses(", \"quantity\": 1", "", "items[0].quantity");
    refuses("town-maps", "village-maps", "schedule");
    refuses("2026-07-01", "1 July", "application_date");
    refuses("\"business\"", "\"" + "x".repeat(1001) + "\"", "purpose");
    refuses("[{\"product\": \"SHEET\", \"quantity\": 1}]", "[]", "items");
  }

  private static void refuses(String what, String with, String field) {
    FeeStandards standards = SHIPPED.with(FeeStandard.read(SMALL));
    String json =
        """
        {"schedule": "town-maps", "application_date": "2026-07-01",
         "applicant": {"class": "company"}, "purpose": "business",
         "items": [{"product": "SHEET", "quantity": 1}]}
        """;
    assertThat(json).contains(what);
    assertThatThrownBy(() -> standards.price(QuoteRequest.read(json.replace(what, with))))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.parameter()).isEqualTo(field));
  }

  @Test
  void savingsComeFromPricingWithLess() {
    FeeStandards with = SHIPPED.with(FeeStandard.read(SMALL));
    QuoteRequest three =
        new QuoteRequest(
            "town-maps",
            Optional.of(LocalDate.of(2025, 5, 1)),
            new QuoteRequest.Applicant("company", ""),
            "business",
            List.of(QuoteItem.of("SHEET", 3, "sheet")),
            java.util.Map.of());
    assertThat(with.findSaving(three, 0, java.math.BigDecimal.ONE).orElseThrow())
        .isEqualByComparingTo("100");
    assertThat(with.findSaving(three, 0, new java.math.BigDecimal(3))).isEmpty();
  }

  private static QuoteRequest request(String day) {
    return QuoteRequest.read(
        """
        {"schedule": "town-maps", "application_date": "%s", "applicant": {"class": "company"},
         "purpose": "business", "items": [{"product": "SHEET", "quantity": 1}]}
        """
            .formatted(day));
  }

  @Test
  void differencesAreNamedByProductAndRule() {
    FeeStandard before = FeeStandard.read(SMALL);
    FeeStandard after =
        FeeStandard.read(
            SMALL
                .replace("\"100\"", "\"120\"")
                .replace("第3條", "第4條")
                .replace("\"charge_pct\": 50", "\"charge_pct\": 60"));
    assertThat(StandardChange.between(before, after))
        .extracting(
            StandardChange::part,
            StandardChange::path,
            each -> each.before().orElse(""),
            each -> each.after().orElse(""))
        .containsExactly(
            tuple(StandardChange.Part.PRICE, "products.SHEET.price.price", "100", "120"),
            tuple(StandardChange.Part.ARTICLE, "rules.R1.article", "第3條", "第4條"),
            tuple(StandardChange.Part.RULE, "rules.R1.effect.charge_pct", "50", "60"));
    assertThat(StandardChange.between(before, before)).isEmpty();
  }

  @Test
  void theAmendmentOfNewTaipeiShowsItsNewRules() {
    List<FeeStandard> versions =
        SHIPPED.list().stream()
            .filter(each -> each.edition().id().equals("newtaipei-land-database"))
            .toList();
    assertThat(StandardChange.between(versions.get(0), versions.get(1)))
        .filteredOn(each -> each.part() == StandardChange.Part.ARTICLE)
        .extracting(StandardChange::path)
        .containsExactly("rules.NT4.1c.article", "rules.NT4.2.article");
  }

  @Test
  void versionsOfOneStandardNeverOverlap() {
    for (FeeStandard one : SHIPPED.list()) {
      for (FeeStandard other : SHIPPED.list()) {
        boolean same = one.edition().id().equals(other.edition().id());
        if (same && !one.equals(other)) {
          assertThat(other.edition().from().filter(one.edition()::inForceOn)).isEmpty();
        }
      }
    }
  }

  @Test
  void everyStandardSaysWhereItWasRead() {
    assertThat(SHIPPED.list()).hasSize(40);
    assertThat(SHIPPED.list()).allMatch(each -> !each.origin().sources().isEmpty());
  }

  @Test
  void madeUpPricesSayThatTheyAre() {
    List<FeeStandard> demonstrations =
        SHIPPED.list().stream().filter(each -> each.manner().demonstration()).toList();
    assertThat(demonstrations).hasSize(1);
    assertThat(demonstrations.get(0).edition().id()).endsWith("-demo");
    Quote quote =
        SHIPPED.price(
            QuoteRequest.read(
                """
                {"schedule": "taichung-geoinfo-demo", "application_date": "2026-01-05",
                 "applicant": {"class": "company"}, "purpose": "business",
                 "items": [{"product": "TOPO-1000", "quantity": 2, "unit": "sheet", "area": "西區"}]}
                """));
    assertThat(quote.demonstration()).isTrue();
    assertThat(quote.lines()).allMatch(line -> line.citation().demonstration());
    assertThat(quote.lines()).allMatch(line -> line.label().zh().contains("示範"));
    assertThat(quote.warnings()).anyMatch(text -> text.zh().contains("示範"));
    assertThat(QuoteWriter.json(quote)).contains("\"demonstration\":true");
  }

  @Test
  void thePublishedSchemaKnowsTheSameWords() throws Exception {
    String schema;
    try (InputStream in =
        FeeStandards.class.getResourceAsStream("/tuguan/fees/fee-standard.schema.json")) {
      schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    JsonNode defs = JsonNode.read(schema).get("$defs");
    assertThat(defs.get("rule").get("properties").get("type").texts("enum"))
        .containsExactlyElementsOf(names(RuleType.values()))
        .hasSize(37);
    assertThat(defs.get("component").texts("enum"))
        .containsExactlyElementsOf(names(Component.values()));
    List<String> prices = new ArrayList<>();
    defs.get("price").get("oneOf").items().stream()
        .map(each -> each.get("properties").get("type").texts("enum"))
        .forEach(prices::addAll);
    assertThatThrownBy(() -> FeeStandard.read(SMALL.replace("\"unit_price\"", "\"x\"")))
        .hasMessageContaining(String.join(", ", prices));
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }
}
