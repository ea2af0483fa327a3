package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SampleStatementTest {
  private static int tooLittle(int amount) {
    return SampleStatement.tooLittle(BigDecimal.valueOf(amount)).intValueExact();
  }

  @Test
  void tooLittleIsStillMoney() {
    assertThat(tooLittle(1_200)).isEqualTo(1_170);
    assertThat(tooLittle(31)).isEqualTo(1);
    assertThat(tooLittle(30)).isEqualTo(15);
    assertThat(tooLittle(15)).isEqualTo(7);
    assertThat(tooLittle(1)).isEqualTo(1);
  }
}
