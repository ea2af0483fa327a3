package org.tuguan.core.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for every product of every standard, tried on many requests. */
class PricingPropertiesTest {
  private static final FeeStandards STANDARDS = FeeStandards.shipped();

  private static final List<String> APPLICANTS =
      List.of("company", "natural_person", "school", "academic_unit", "land_office", "government");

  private static final List<String> PURPOSES =
      List.of(
          "business",
          "academic (documents filed, approved)",
          "official business inside own jurisdiction",
          "unfunded_noncommercial_research",
          "public_interest");

  @Test
  void everyProductPricesOrNamesWhyNot() {
    for (FeeStandard standard : STANDARDS.list()) {
      for (Product product : standard.products()) {
        for (String applicant : APPLICANTS) {
          Quote quote = STANDARDS.price(request(standard, applicant, "business", product, 7));
          assertThat(quote.decisions()).hasSize(1);
          Decision decision = quote.decisions().get(0);
          assertThat(decision.rule()).isNotBlank();
          assertThat(decision.reason().zh()).isNotBlank();
          assertThat(decision.outcome()).isNotEqualTo(Outcome.NOT_APPLICABLE);
          if (decision.outcome() == Outcome.CHARGED) {
            assertThat(quote.total().orElseThrow()).isPositive();
          }
        }
      }
    }
  }

  @Test
  void linesSumToTheTotalInWholeDollars() {
    for (QuoteRequest request : requests()) {
      Quote quote = STANDARDS.price(request);
      BigDecimal sum =
          quote.lines().stream().map(QuoteLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      quote.total().ifPresent(total -> assertThat(total).isEqualByComparingTo(sum));
      assertThat(quote.lines()).allMatch(line -> line.amount().scale() == 0);
    }
  }

  @Test
  void moreNeverCostsLess() {
    for (FeeStandard standard : STANDARDS.list()) {
      for (Product product : standard.products()) {
        for (String purpose : PURPOSES.subList(0, 2)) {
          BigDecimal before = BigDecimal.ZERO;
          for (int quantity : new int[] {1, 2, 6, 50, 100, 1000, 1001, 5001}) {
            Quote quote = STANDARDS.price(request(standard, "school", purpose, product, quantity));
            if (quote.total().isPresent()) {
              assertThat(quote.total().get())
                  .as(standard.edition().id() + " " + product.code() + " " + quantity)
                  .isGreaterThanOrEqualTo(before);
              before = quote.total().get();
            }
          }
        }
      }
    }
  }

  @Test
  void theOrderOfItemsDoesNotMatter() {
    Random random = new Random(5);
    for (QuoteRequest request : requests()) {
      List<QuoteItem> items = new ArrayList<>(request.items());
      Collections.shuffle(items, random);
      Quote shuffled = STANDARDS.price(with(request, items));
      Quote quote = STANDARDS.price(request);
      assertThat(shuffled.status()).isEqualTo(quote.status());
      assertThat(shuffled.total()).isEqualTo(quote.total());
    }
  }

  @Test
  void instrumentsOfDifferentPricesCostTheSameInAnyOrder() {
    QuoteItem dear = QuoteItem.of("instrument").with("annex_amount_given", "8000");
    QuoteItem cheap = QuoteItem.of("instrument").with("annex_amount_given", "3000");
    for (List<QuoteItem> items : List.of(List.of(dear, cheap), List.of(cheap, dear))) {
      QuoteRequest request =
          new QuoteRequest(
              "nlsc-service",
              Optional.of(LocalDate.of(2018, 1, 1)),
              new QuoteRequest.Applicant("government", ""),
              "calibration",
              items,
              Map.of());
      assertThat(STANDARDS.price(request).total().orElseThrow()).isEqualByComparingTo("8150");
    }
  }

  @Test
  void pricingAgainGivesTheSameToTheByte() {
    FeeStandards again = FeeStandards.shipped();
    for (QuoteRequest request : requests()) {
      assertThat(QuoteWriter.json(again.price(request)))
          .isEqualTo(QuoteWriter.json(STANDARDS.price(request)));
    }
  }

  @Test
  void nothingIsFreeWithoutAnExemption() {
    for (QuoteRequest request : requests()) {
      Quote quote = STANDARDS.price(request);
      if (quote.total().isPresent() && quote.total().get().signum() == 0) {
        assertThat(quote.decisions())
            .allMatch(each -> each.outcome() == Outcome.EXEMPT && !each.article().isBlank());
      }
    }
  }

  /** Each standard with up to three of its products, for each applicant and purpose. */
  private static List<QuoteRequest> requests() {
    Random random = new Random(20260101);
    List<QuoteRequest> requests = new ArrayList<>();
    for (FeeStandard standard : STANDARDS.list()) {
      for (String applicant : APPLICANTS) {
        for (String purpose : PURPOSES) {
          List<QuoteItem> items = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            List<Product> products = standard.products();
            items.add(
                item(products.get(random.nextInt(products.size())), 1 + random.nextInt(3000)));
          }
          requests.add(
              with(request(standard, applicant, purpose, standard.products().get(0), 1), items));
        }
      }
    }
    return requests;
  }

  private static QuoteRequest with(QuoteRequest request, List<QuoteItem> items) {
    return new QuoteRequest(
        request.schedule(),
        request.applicationDate(),
        request.applicant(),
        request.purpose(),
        items,
        request.extras());
  }

  private static QuoteItem item(Product product, int quantity) {
    return QuoteItem.of(product.code(), quantity, product.unit())
        .with("annex_amount_given", "1001")
        .in("西屯區");
  }

  private static QuoteRequest request(
      FeeStandard standard, String applicant, String purpose, Product product, int quantity) {
    Optional<LocalDate> day = standard.edition().from().or(() -> standard.edition().to());
    return new QuoteRequest(
        standard.edition().id(),
        day,
        new QuoteRequest.Applicant(applicant, ""),
        purpose,
        List.of(item(product, quantity)),
        Map.of());
  }
}
