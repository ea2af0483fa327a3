package org.tuguan.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingDetectorTest {
  private static Charset detect(byte[] bytes) {
    EncodingDetector detector = new EncodingDetector();
    detector.feed(bytes, 0, bytes.length);
    return detector.detect().charset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"臺中市", "西屯區文心路二段 588 號", "龜壳里", "name,豐原", "國立自然科學博物館（館前路1號）"})
  void chineseIsToldByItsBytes(String text) {
    assertThat(detect(text.getBytes(TextEncoding.CP950))).isEqualTo(TextEncoding.CP950);
    assertThat(detect(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Café Málaga", "Zürich, Größe", "25°C", "©", "Åland Ärger", "Ñandú señor"})
  void westernTextIsNotTakenForChinese(String text) {
    assertThat(detect(text.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(StandardCharsets.ISO_8859_1);
    assertThat(detect(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void plainAsciiIsUtf8() {
    assertThat(detect("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void fieldsCutInTheMiddleOfACharacterDoNotMatter() {
    EncodingDetector detector = new EncodingDetector();
    byte[] bytes = "臺中市政府".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 10; i++) {
      detector.feed(bytes, 0, 10);
      detector.endOfField();
    }

    assertThat(detector.detect().charset()).isEqualTo(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Big5", "BIG-5", "950", "cp950", "ANSI 950", "MS950"})
  void big5HasManyNames(String name) {
    assertThat(TextEncoding.find(name)).contains(TextEncoding.CP950);
  }

  @Test
  void otherEncodingsGoByNumberOrName() {
    assertThat(TextEncoding.find("65001")).contains(StandardCharsets.UTF_8);
    assertThat(TextEncoding.find("88591")).contains(StandardCharsets.ISO_8859_1);
    assertThat(TextEncoding.find("1252")).contains(Charset.forName("windows-1252"));
    assertThat(TextEncoding.find("no such thing")).isEmpty();
  }
}
