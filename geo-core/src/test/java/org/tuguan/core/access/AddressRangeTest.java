package org.tuguan.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.7, true",
    "203.0.113.0/24, 203.0.114.7, false",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "10.0.0.0/9, 10.127.255.255, true",
    "10.0.0.0/9, 10.128.0.0, false",
    "0.0.0.0/0, 198.51.100.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "fe80::/10, fe80::1%eth0, true",
    "203.0.113.0/24, ::ffff:203.0.113.7, true",
    "203.0.113.0/24, maps.example.org, false",
  })
  void containsAddressesWithItsFirstBits(String range, String address, boolean expected) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.org/8",
        "203.0.113.0/33",
        "2001:db8::/129",
        "203.0.113",
        "203.0.113.256",
        "1.2.3.4/-1",
        "1.2.3.4/24/24",
        ":::::",
        "a.b.c.d"
      })
  void readsNothingButNumbers(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Test
  void isWrittenByItsFirstAddress() {
    assertThat(AddressRange.parse("203.0.113.77/24").orElseThrow()).hasToString("203.0.113.0/24");
  }
}
