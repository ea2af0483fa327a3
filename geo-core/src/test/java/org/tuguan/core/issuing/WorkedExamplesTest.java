package org.tuguan.core.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The twenty worked examples of real Taiwanese standards, from the shipped documents. */
class WorkedExamplesTest {
  private static final FeeStandards STANDARDS = FeeStandards.shipped();

  @Test
  void everyExamplePricesExactly() throws Exception {
    List<JsonNode> examples = examples();
    List<String> wrong = new ArrayList<>();
    for (JsonNode example : examples) {
      Quote quote = STANDARDS.price(QuoteRequestReader.read(example));
      JsonNode expected = example.get("expected");
      String is = quote.status() + " " + amount(quote) + " " + amounts(quote);
      String should =
          expected.get("status").text()
              + " "
              + expected.find("total_twd").map(node -> Charge.plain(node.amount())).orElse("null")
              + " "
              + expected.get("amounts").items().stream()
                  .map(node -> Charge.plain(node.amount()))
                  .toList();
      if (!is.equals(should)) {
        wrong.add(example.get("id").text() + ": " + is + ", expected " + should);
      }
    }
    assertThat(examples).hasSize(20);
    assertThat(wrong).isEmpty();
  }

  @Test
  void calculationsReadLikeTheClause() throws Exception {
    List<String> calcs = new ArrayList<>();
    for (JsonNode example : examples()) {
      STANDARDS.price(QuoteRequestReader.read(example)).lines().forEach(l -> calcs.add(l.calc()));
    }
    assertThat(calcs)
        .contains(
            "3 x 500",
            "10 x 150 x 50%",
            "max(850,1000) x 0.5",
            "floor(1235 x 0.5 = 617.5)",
            "3 x 10 x 300 x 70%",
            "half_up(2575 x 2000/3000 = 1716.6667)",
            "ceil(5/2)=3 x 20",
            "(40 x 2 + 6 x 3 = 98) x 50%",
            "(8-5) x 20",
            "1000 x 50%");
  }

  @Test
  void whatIsNotChargedNamesItsRule() throws Exception {
    Quote exempt = price("D18");
    Quote outside = price("D20");
    assertThat(exempt.decisions())
        .extracting(Decision::outcome, Decision::rule, Decision::article)
        .containsExactly(tuple(Outcome.EXEMPT, "T3", "第4條第1款"));
    assertThat(outside.decisions())
        .extracting(Decision::outcome, Decision::rule, Decision::article)
        .containsExactly(tuple(Outcome.NOT_APPLICABLE, "territory", "第2條"));
  }

  @Test
  void aDayWithoutVersionStillSaysWhichStandardWasAsked() {
    Quote none =
        STANDARDS.price(
            QuoteRequest.read(
                """
                {"schedule": "zoning-certificates/taichung-zoning", "application_date": "2020-01-01",
                 "applicant": {"class": "company"}, "items": [{"product": "CERT", "parcels": 1}]}
                """));
    assertThat(none.status()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(QuoteWriter.json(none))
        .contains("\"schedule\":\"taichung-zoning\"")
        .contains("\"total_twd\":null");
  }

  @Test
  void linesCiteTheReductionTheyHad() throws Exception {
    assertThat(price("D04").lines().get(0).citation().reductions())
        .extracting(FeeRule::article)
        .containsExactly("第3條第7款前段");
  }

  private static Quote price(String id) throws Exception {
    return examples().stream()
        .filter(each -> each.get("id").text().equals(id))
        .map(each -> STANDARDS.price(QuoteRequestReader.read(each)))
        .findFirst()
        .orElseThrow();
  }

  private static String amount(Quote quote) {
    return quote.total().map(BigDecimal::toPlainString).orElse("null");
  }

  private static List<String> amounts(Quote quote) {
    return quote.lines().stream().map(line -> line.amount().toPlainString()).toList();
  }

  static List<JsonNode> examples() throws Exception {
    try (InputStream in = WorkedExamplesTest.class.getResourceAsStream("worked-examples.json")) {
      return JsonNode.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).items();
    }
  }
}
