package org.tuguan.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeySecretTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void aDrawnSecretIsReadBackAndIsOfLettersAndDigits() {
    KeySecret secret = KeySecret.draw(random);

    assertThat(secret.reveal()).matches("tg_[0-9A-Za-z]{36}");
    assertThat(KeySecret.parse(secret.reveal()))
        .get()
        .extracting(KeySecret::hash)
        .isEqualTo(secret.hash());
  }

  @Test
  void aSlipOfThePenIsSeen() {
    String secret = KeySecret.draw(random).reveal();
    for (int i = "tg_".length(); i < secret.length(); i++) {
      char other = secret.charAt(i) == 'a' ? 'b' : 'a';
      String slip = secret.substring(0, i) + other + secret.substring(i + 1);
      assertThat(KeySecret.parse(slip)).describedAs(slip).isEmpty();
    }
    assertThat(KeySecret.parse(secret + "a")).isEmpty();
    assertThat(KeySecret.parse("")).isEmpty();
    assertThat(KeySecret.parse("tg_' OR 1=1 --")).isEmpty();
  }

  @Test
  void noTwoAreAlike() {
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      drawn.add(KeySecret.draw(random).reveal());
    }
    assertThat(drawn).hasSize(1000);
  }

  @Test
  void itIsNotPrintedByAccident() {
    KeySecret secret = KeySecret.draw(random);

    assertThat("" + secret).doesNotContain(secret.reveal().substring(3, 12));
  }
}
