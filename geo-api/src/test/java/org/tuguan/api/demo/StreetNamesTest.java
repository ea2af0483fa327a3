package org.tuguan.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetNamesTest {

  @ParameterizedTest
  @CsvSource({
    "1, 一",
    "10, 十",
    "12, 十二",
    "20, 二十",
    "21, 二十一",
    "100, 一百",
    "105, 一百零五",
    "110, 一百一十",
    "1005, 一千零五",
    "10300, 一萬零三百"
  })
  void numbersAreWrittenAsOnStreetSigns(int number, String text) {
    assertThat(StreetNames.number(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1st",
    "2, 2nd",
    "3, 3rd",
    "4, 4th",
    "11, 11th",
    "12, 12th",
    "113, 113th",
    "22, 22nd"
  })
  void ordinalsAreEnglish(int number, String text) {
    assertThat(StreetNames.ordinal(number)).isEqualTo(text);
  }
}
