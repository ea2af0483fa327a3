package org.tuguan.core.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Prices worked out by hand from the articles: each row of the table says the rule it is for. */
class CombinationsTest {
  private static final FeeStandards STANDARDS = FeeStandards.shipped();

  @Test
  void everyRowPricesAsReckonedByHand() throws Exception {
    assertThat(rows("combinations.json")).hasSizeGreaterThan(120);
    assertThat(wrong("combinations.json")).isEmpty();
  }

  /** Other fields, units and words that mean the same. */
  @Test
  void howItIsSaidDoesNotMatter() throws Exception {
    assertThat(rows("spellings.json")).hasSizeGreaterThan(120);
    assertThat(wrong("spellings.json")).isEmpty();
  }

  private static List<String> wrong(String file) throws Exception {
    List<JsonNode> rows = rows(file);
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : rows) {
      String id = row.get("schedule").text() + ", " + row.get("rule").text();
      try {
        check(row, STANDARDS.price(QuoteRequestReader.read(row)))
            .ifPresent(difference -> wrong.add(id + ": " + difference));
      } catch (RuntimeException e) {
        wrong.add(id + ": " + e);
      }
    }
    return wrong;
  }

  private static Optional<String> check(JsonNode row, Quote quote) {
    JsonNode expected = row.get("expected");
    List<String> amounts =
        quote.lines().stream().map(line -> line.amount().toPlainString()).toList();
    String is = quote.status() + " " + quote.total().map(Object::toString).orElse("null");
    String should =
        expected.get("status").text()
            + " "
            + expected.find("total_twd").map(node -> Charge.plain(node.amount())).orElse("null");
    boolean sameLines =
        expected
            .find("amounts")
            .map(
                list ->
                    list.items().stream()
                        .map(n -> Charge.plain(n.amount()))
                        .toList()
                        .equals(amounts))
            .orElse(true);
    return is.equals(should) && sameLines
        ? Optional.empty()
        : Optional.of(is + " " + amounts + ", expected " + should);
  }

  private static List<JsonNode> rows(String file) throws Exception {
    try (InputStream in = CombinationsTest.class.getResourceAsStream(file)) {
      return JsonNode.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).items();
    }
  }
}
