package org.tuguan.plugin.coverage.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Role;
import org.tuguan.core.analysis.AnalysisProcess;
import org.tuguan.core.analysis.ProcessCall;
import org.tuguan.core.analysis.ProcessInput;
import org.tuguan.core.analysis.ProcessOutput;
import org.tuguan.plugin.coverage.figure.CoverageAnswers;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.layer.CoverageLayers;

/** {@code /ogc/processes/service-coverage}: the figure, and the layer that shows the ground. */
@Component
class ServiceCoverageProcess implements AnalysisProcess {
  private final CoverageAnswers answers;
  private final Clock clock;

  ServiceCoverageProcess(CoverageAnswers answers, Clock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "service-coverage";
  }

  @Override
  public LocalText title() {
    return new LocalText("無線寬頻人口覆蓋率", "Population covered by wireless networks");
  }

  @Override
  public LocalText summary() {
    return new LocalText(
        "先聯集涵蓋範圍，再計人口；答案附分子、分母、方法、人口統計日與清冊版本。",
        "Unites the footprints first, then counts people; both numbers, method, census date and"
            + " version of the inventory come with the figure.");
  }

  @Override
  public List<ProcessInput> inputs() {
    return ProcessInputs.figure();
  }

  @Override
  public List<ProcessOutput> outputs() {
    return List.of(
        new ProcessOutput("coverage", new LocalText("覆蓋率", "figure"), false),
        new ProcessOutput(
            "footprint", new LocalText("今日涵蓋範圍圖層", "layer of today's footprint"), true));
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.PLANNER, Role.KPI, Role.ADMIN);
  }

  @Override
  public Map<String, Object> run(ProcessCall call) {
    call.progress(0.1, new LocalText("計算中", "measuring"));
    Map<String, String> values = ProcessInputs.values(call, inputs());
    CoverageQuery query = CoverageQuery.parse(values, LocalDate.now(clock));
    return Map.of(
        "coverage",
        answers.answer(query, Optional.ofNullable(values.get("area"))),
        "footprint",
        CoverageLayers.FOOTPRINT);
  }
}
