package org.tuguan.core.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgoneFeeTest {
  private static final FeeStandards STANDARDS = FeeStandards.shipped();

  private static QuoteRequest request(String applicant, String purpose) {
    return QuoteRequest.read(
        """
        {"schedule": "taichung-geoinfo-demo", "application_date": "2026-01-05", "applicant": {"class": "%s"},
         "purpose": "%s", "items": [{"product": "%s", "quantity": 7, "unit": "km2", "district": "北屯區"}]}
        """
            .formatted(applicant, purpose, product()));
  }

  private static String product() {
    return STANDARDS
        .findInForce("taichung-geoinfo-demo", LocalDate.of(2026, 1, 5))
        .orElseThrow()
        .products()
        .get(0)
        .code();
  }

  private static List<ForgoneFee> forgone(QuoteRequest request) {
    Quote quote = STANDARDS.price(request);
    return ForgoneFee.of(STANDARDS, quote.standard().orElseThrow(), request, quote);
  }

  @Test
  void whoPaysInFullForgoesNothing() {
    assertThat(forgone(request("company", "business"))).isEmpty();
  }

  @Test
  void ruleTookOffWhatIsMissingFromTheFullPrice() {
    BigDecimal full = STANDARDS.price(request("company", "academic")).total().orElseThrow();
    QuoteRequest school = request("public_school", "academic");
    List<ForgoneFee> forgone = forgone(school);
    assertThat(forgone).hasSize(1);
    assertThat(forgone.get(0).amounts().orElseThrow())
        .isEqualTo(new ForgoneFee.Amounts(full, STANDARDS.price(school).total().orElseThrow()));
    assertThat(forgone.get(0).amounts().orElseThrow().forgone()).isPositive();
  }
}
