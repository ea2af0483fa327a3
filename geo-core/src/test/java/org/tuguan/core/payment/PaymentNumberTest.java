package org.tuguan.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PaymentNumberTest {
  @Test
  void everyWrongDigitAndEverySwapIsFound() {
    String number = PaymentNumber.of(115, 123_456).text();
    assertThat(PaymentNumber.find(number)).isPresent();
    for (int i = 0; i < number.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String wrong = number.substring(0, i) + digit + number.substring(i + 1);
        assertThat(PaymentNumber.find(wrong).isPresent()).isEqualTo(wrong.equals(number));
      }
      if (i > 0) {
        String swapped =
            number.substring(0, i - 1)
                + number.charAt(i)
                + number.charAt(i - 1)
                + number.substring(i + 1);
        assertThat(PaymentNumber.find(swapped).isPresent()).isEqualTo(swapped.equals(number));
      }
    }
  }

  @Test
  void numberIsReadAsPeopleWriteIt() {
    PaymentNumber number = PaymentNumber.of(115, 1);
    String text = number.text();
    assertThat(
            PaymentNumber.find(
                text.substring(0, 3) + " " + text.substring(3, 8) + "-" + text.substring(8)))
        .contains(number);
    assertThat(PaymentNumber.find("")).isEmpty();
    assertThat(PaymentNumber.find(text + "1")).isEmpty();
    assertThatThrownBy(() -> new PaymentNumber("11500000000199"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void barsCheckDayNumberAndAmount() {
    SlipBarcode bars =
        new SlipBarcode(
            LocalDate.of(2026, 12, 20), PaymentNumber.of(115, 12), new BigDecimal(1200));
    assertThat(bars.segments().get(0)).isEqualTo("1151220");
    assertThat(bars.segments().get(2)).hasSize(11).startsWith("000001200");
    assertThat(new BigInteger(String.join("", bars.segments())).mod(BigInteger.valueOf(97)))
        .isEqualTo(BigInteger.ONE);
    assertThatThrownBy(
            () ->
                new SlipBarcode(
                    LocalDate.of(2026, 12, 20), PaymentNumber.of(115, 12), new BigDecimal("1.5")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
