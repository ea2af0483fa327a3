package org.tuguan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions are cited by number, so a number means one of them. */
class DecisionRecordsTest {
  @Test
  void everyRecordHasItsOwnNumber() throws IOException {
    try (var files = Files.list(Path.of("..", "docs", "adr"))) {
      List<String> numbers =
          files.map(each -> each.getFileName().toString().substring(0, 4)).toList();

      assertThat(numbers)
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allMatch(each -> each.matches("\\d{4}"));
    }
  }
}
