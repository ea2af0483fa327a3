package org.tuguan.plugin.@id@;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;

/** How many notes were written. */
@Component
class NotesWritten implements Indicator {
  private final JdbcNotes notes;

  NotesWritten(JdbcNotes notes) {
    this.notes = notes;
  }

  @Override
  public String name() {
    return "@id@-notes";
  }

  @Override
  public LocalText title() {
    return new LocalText("筆記則數", "Notes written");
  }

  @Override
  public IndicatorUnit unit() {
    return IndicatorUnit.COUNT;
  }

  @Override
  public IndicatorValue value(Period period) {
    return IndicatorValue.count(notes.count(period));
  }

  /** The notes are their own evidence, on the plugin's page. */
  @Override
  public List<Evidence> evidence(Period period, int limit) {
    return List.of();
  }
}
