package org.tuguan.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tuguan.core.RequestException;

class DemoSizeTest {

  @Test
  void streetsGrowWithTheBuildingsUnlessTheirNumberIsGiven() {
    assertThat(DemoSize.parse(List.of("--buildings", "500000")).roads()).isEqualTo(50_000);
    assertThat(DemoSize.parse(List.of("--roads", "900", "--buildings", "500000")).roads())
        .isEqualTo(900);
    assertThat(DemoSize.parse(List.of())).isEqualTo(DemoSize.USUAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "many", "99999999999"})
  void aNumberThatIsNoneIsRefusedByName(String number) {
    assertThatThrownBy(() -> DemoSize.parse(List.of("--wifi", number)))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("--wifi");
  }

  @Test
  void unknownOptionsAreRefused() {
    assertThatThrownBy(() -> DemoSize.parse(List.of("--houses", "3")))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("--houses")
        .hasMessageContaining("--buildings");
  }
}
