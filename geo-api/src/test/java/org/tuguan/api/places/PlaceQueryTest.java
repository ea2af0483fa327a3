package org.tuguan.api.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tuguan.core.RequestException;

class PlaceQueryTest {

  @Test
  void wildcardsOfThePersonAreTakenLiterally() {
    assertThat(PlaceQuery.parse("50%_\\", null).literal()).isEqualTo("50\\%\\_\\\\");
  }

  @Test
  void bothFormsOfTaiAreOne() {
    assertThat(PlaceQuery.parse(" 台中 ", null)).isEqualTo(PlaceQuery.parse("臺中", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "51", "-1", "ten"})
  void limitsOutOfRangeAreRefusedByName(String limit) {
    assertThatThrownBy(() -> PlaceQuery.parse("西屯", limit))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("limit")
        .hasMessageContaining("50");
  }

  @Test
  void nothingToLookForIsRefused() {
    assertThatThrownBy(() -> PlaceQuery.parse(" ", null))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.parameter()).isEqualTo("q"));
  }
}
