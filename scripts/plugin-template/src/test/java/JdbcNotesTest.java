package org.tuguan.plugin.@id@;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.core.PluginDatabase;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Period;

class JdbcNotesTest {
  private static final LocalDate DAY = LocalDate.of(2011, 12, 31);

  private static PluginDatabase database;

  private final List<String> audited = new ArrayList<>();
  private final JdbcNotes notes =
      new JdbcNotes(
          JdbcClient.create(database.dataSource()),
          (action, subject, details) -> audited.add(action));

  @BeforeAll
  static void open() {
    database = PluginDatabase.of("@id@");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void aNoteIsKeptAndAudited() {
    notes.add(new Note(DAY, "officer", "first"));

    assertThat(notes.list(10)).contains(new Note(DAY, "officer", "first"));
    assertThat(audited).containsExactly("note.add");
  }

  @Test
  void notesCountInTheYearTheyWereWritten() {
    NotesWritten written = new NotesWritten(notes);
    long before = written.value(Period.year(2011)).numerator().longValueExact();
    notes.add(new Note(DAY, "officer", "last of the year"));
    notes.add(new Note(DAY.plusDays(1), "officer", "first of the next"));

    assertThat(written.value(Period.year(2011)).numerator()).isEqualByComparingTo("" + (before + 1));
  }

  @Test
  void anEmptyNoteIsRefused() {
    assertThatThrownBy(() -> new Note(DAY, "officer", " "))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("text");
  }
}
