package org.tuguan.core.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmountInWordsTest {
  @Test
  void readsAsOnReceipts() {
    Map<String, String> amounts =
        Map.ofEntries(
            Map.entry("0", "零"),
            Map.entry("7", "柒"),
            Map.entry("10", "壹拾"),
            Map.entry("105", "壹佰零伍"),
            Map.entry("1600", "壹仟陸佰"),
            Map.entry("1006", "壹仟零陸"),
            Map.entry("10005", "壹萬零伍"),
            Map.entry("20300", "貳萬零參佰"),
            Map.entry("100000", "壹拾萬"),
            Map.entry("110000", "壹拾壹萬"),
            Map.entry("1234567890", "壹拾貳億參仟肆佰伍拾陸萬柒仟捌佰玖拾"),
            Map.entry("100010000", "壹億零壹萬"),
            Map.entry("100000008", "壹億零捌"),
            Map.entry("1.6E+3", "壹仟陸佰"));
    amounts.forEach(
        (amount, words) ->
            assertThat(AmountInWords.of(new BigDecimal(amount))).isEqualTo("新臺幣" + words + "元整"));
  }

  @Test
  void partsOfADollarAndDebtsHaveNoWords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AmountInWords.of(new BigDecimal("1600.5")));
    assertThatIllegalArgumentException().isThrownBy(() -> AmountInWords.of(new BigDecimal("-1")));
    assertThatIllegalArgumentException().isThrownBy(() -> AmountInWords.of(new BigDecimal("1e16")));
  }
}
