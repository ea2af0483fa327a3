package org.tuguan.core.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tuguan.core.LocalText;

/** Who asks for reciprocity and is charged all the same is told why. */
class UncoveredTest {
  private static final FeeStandards SHIPPED = FeeStandards.shipped();

  private static Quote price(String schedule, String purpose, String more) {
    return SHIPPED.price(
        QuoteRequest.read(
            """
            {"schedule": "%s", "application_date": "2020-01-01", "applicant": {"class": "company"},
             "purpose": "%s", "items": [{"product": "TOPO-5000", "quantity": 6, "unit": "sheet"}]%s}
            """
                .formatted(schedule, purpose, more)));
  }

  private static List<String> uncovered(Quote quote) {
    return quote.decisions().get(0).uncovered().stream().map(LocalText::en).toList();
  }

  @Test
  void anotherPurposeIsNotCovered() {
    Quote quote =
        price("taichung-geoinfo-demo", "business", ", \"reciprocity\": true, \"approval\": true");
    assertThat(quote.total().orElseThrow()).isEqualByComparingTo("900");
    assertThat(uncovered(quote))
        .singleElement()
        .asString()
        .contains("base map 1:5,000", "not for this purpose", "第7條")
        .doesNotContain("approval is", "applicant");
    assertThat(QuoteWriter.json(quote)).contains("互惠未涵蓋", "使用目的不符");
  }

  @Test
  void proofThatIsMissingOrDoesNotHoldIsNamed() {
    Quote open = price("taichung-geoinfo-demo", "public_interest", ", \"reciprocity\": true");
    assertThat(uncovered(open)).singleElement().asString().contains("still to be shown");
    Quote refused =
        price(
            "taichung-geoinfo-demo",
            "public_interest",
            ", \"reciprocity\": true, \"approval\": false");
    assertThat(uncovered(refused)).singleElement().asString().contains("found not to hold");
  }

  @Test
  void whatIsCoveredOrWasNotAskedForSaysNothing() {
    Quote free =
        price(
            "taichung-geoinfo-demo",
            "public_interest",
            ", \"reciprocity\": true, \"approval\": true");
    assertThat(free.status()).isEqualTo(Outcome.EXEMPT);
    assertThat(uncovered(free)).isEmpty();
    assertThat(uncovered(price("taichung-geoinfo-demo", "business", ""))).isEmpty();
  }

  @Test
  void aStandardWithoutReciprocitySaysSo() {
    Quote quote =
        SHIPPED.price(
            QuoteRequest.read(
                """
                {"schedule": "taichung-zoning", "application_date": "2025-06-01", "applicant": {"class": "company"},
                 "purpose": "business", "reciprocity": true, "items": [{"product": "CERT-ONLINE", "quantity": 1, "unit": "parcel"}]}
                """));
    assertThat(quote.status()).isEqualTo(Outcome.CHARGED);
    assertThat(uncovered(quote)).singleElement().asString().contains("no rule of it");
  }
}
