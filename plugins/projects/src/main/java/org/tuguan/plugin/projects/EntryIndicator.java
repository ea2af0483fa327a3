package org.tuguan.plugin.projects;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;

/** 公共工程標案管理系統填報率: sixth of the city's indicators of 2011, target 97 %. */
@Component
class EntryIndicator implements Indicator {
  private final ProjectReview review;

  EntryIndicator(ProjectReview review) {
    this.review = review;
  }

  @Override
  public String name() {
    return "projects-entry-rate";
  }

  @Override
  public LocalText title() {
    return new LocalText("公共工程標案管理系統填報率", "entries made in the national works system");
  }

  @Override
  public IndicatorUnit unit() {
    return IndicatorUnit.RATE;
  }

  @Override
  public IndicatorValue value(Period period) {
    return EntryRate.of(review.due(EntrySystem.NATIONAL, period));
  }

  @Override
  public List<Evidence> evidence(Period period, int limit) {
    return review.due(EntrySystem.NATIONAL, period).stream()
        .limit(limit)
        .map(EntryIndicator::evidence)
        .toList();
  }

  private static Evidence evidence(EntryRate.Due due) {
    Project project = due.project();
    String text = "%s %s，%s".formatted(project.number(), project.title(), due.month());
    return new Evidence(
        project.number() + "/" + due.month(),
        LocalText.same(text),
        due.made(),
        Optional.of(EntrySystem.NATIONAL.due(due.month())),
        "/plugins/projects/projects.html#" + project.id());
  }
}
