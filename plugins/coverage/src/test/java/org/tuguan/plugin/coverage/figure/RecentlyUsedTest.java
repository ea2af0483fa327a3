package org.tuguan.plugin.coverage.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
  private final List<String> made = new ArrayList<>();
  private final RecentlyUsed<String, String> recent = new RecentlyUsed<>(10, String::length);

  private void use(String... keys) {
    for (String key : keys) {
      assertThat(recent.get(key, this::make)).isEqualTo(key);
    }
  }

  private String make(String key) {
    made.add(key);
    return key;
  }

  @Test
  void whatWasUsedLastIsKeptUpToTheWeight() {
    use("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "cccc");
    assertThat(made).containsExactly("aaaa", "bbbb", "cccc");
    use("bbbb");
    assertThat(made).hasSize(4);
  }

  @Test
  void aNewcomerStaysHoweverOftenOthersWereUsed() {
    use("aaaaa", "aaaaa", "aaaaa", "bbbbb", "bbbbb", "bbbbb", "ccccc", "ccccc");
    assertThat(made).containsExactly("aaaaa", "bbbbb", "ccccc");
  }

  @Test
  void whatIsHeavierThanAllIsKeptAlone() {
    use("aaaa", "dddddddddddd", "dddddddddddd");
    assertThat(made).containsExactly("aaaa", "dddddddddddd");
  }
}
