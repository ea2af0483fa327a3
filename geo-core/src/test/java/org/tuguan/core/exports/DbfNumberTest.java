package org.tuguan.core.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DbfNumberTest {
  private final DbfNumber number = new DbfNumber();

  @Test
  void whatIsShortStaysAsItWas() {
    assertThat(text(0)).isEqualTo("0");
    assertThat(text(-0.0)).isEqualTo("0");
    assertThat(text(12.3)).isEqualTo("12.3");
    assertThat(text(-1.005)).isEqualTo("-1.005");
    assertThat(text(100)).isEqualTo("100");
    assertThat(text(0.1)).isEqualTo("0.1");
    assertThat(text(-0.125)).isEqualTo("-0.125");
    assertThat(text(2_660_000.123456)).isEqualTo("2660000.123456");
    assertThat(text(999_999_999_999_999d)).isEqualTo("999999999999999");
    assertThat(text(9.999999999999999)).isEqualTo("10");
    assertThat(text(1e20)).isEqualTo("100000000000000000000");
    assertThat(text(1e-30)).isEqualTo("1.0E-30");
    assertThat(text(Double.NaN)).isEmpty();
    assertThat(text(Double.NEGATIVE_INFINITY)).isEmpty();
  }

  @Test
  void fifteenDigitsAreRightAndDigitsAfterThePointAreCounted() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(16));
      ByteBuffer target = ByteBuffer.allocate(64);
      int decimals = number.put(value, target);
      String text = text(value);
      assertThat(Double.parseDouble(text)).isCloseTo(value, within(1e-14 * Math.abs(value)));
      int point = text.indexOf('.');
      assertThat(decimals).isEqualTo(point < 0 ? 0 : text.length() - point - 1);
    }
  }

  private String text(double value) {
    ByteBuffer target = ByteBuffer.allocate(64);
    number.put(value, target);
    return new String(target.array(), 0, target.position(), StandardCharsets.US_ASCII);
  }
}
