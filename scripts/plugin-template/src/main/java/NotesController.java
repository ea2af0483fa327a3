package org.tuguan.plugin.@id@;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.access.Caller;
import org.tuguan.core.plugin.PluginCallers;

/** {@code /api/v1/@id@/notes}. */
@RestController
@RequestMapping("/api/v1/@id@")
class NotesController {
  private static final int PAGE = 100;

  private final JdbcNotes notes;
  private final PluginCallers callers;
  private final Clock clock;

  NotesController(JdbcNotes notes, PluginCallers callers, Clock clock) {
    this.notes = notes;
    this.callers = callers;
    this.clock = clock;
  }

  /** The latest notes. */
  record Notes(List<Note> notes) {}

  /** What is sent to add one. */
  record Draft(String text) {}

  @GetMapping("/notes")
  Notes list() {
    return new Notes(notes.list(PAGE));
  }

  @PostMapping("/notes")
  Note add(@RequestBody Draft draft) {
    Caller caller = callers.requireAccount();
    Note note = new Note(LocalDate.now(clock), caller.user().orElseThrow(), draft.text());
    notes.add(note);
    return note;
  }
}
