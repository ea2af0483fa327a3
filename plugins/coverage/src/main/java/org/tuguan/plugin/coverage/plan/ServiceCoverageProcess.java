package org.tuguan.plugin.coverage.plan;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.analysis.AnalysisProcess;
import org.tuguan.core.analysis.ProcessCall;
import org.tuguan.core.analysis.ProcessInput;
import org.tuguan.core.analysis.ProcessOutput;
import org.tuguan.plugin.coverage.figure.CoverageAnswers;
import org.tuguan.plugin.coverage.figure.CoverageJson;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.layer.CoverageLayers;
import org.tuguan.plugin.coverage.layer.Result;
import org.tuguan.plugin.coverage.layer.ResultLayers;

/** {@code /ogc/processes/service-coverage}: the figure, and the layer that shows the ground. */
@Component
class ServiceCoverageProcess implements AnalysisProcess {
  private static final String PUBLISH = "publish";

  private final CoverageAnswers answers;
  private final Figures figures;
  private final ResultLayers layers;
  private final Clock clock;

  ServiceCoverageProcess(
      CoverageAnswers answers, Figures figures, ResultLayers layers, Clock clock) {
    this.answers = answers;
    this.figures = figures;
    this.layers = layers;
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
    List<ProcessInput> inputs = new ArrayList<>(ProcessInputs.figure());
    inputs.add(
        ProcessInput.optional(
                PUBLISH,
                ProcessInput.Type.FLAG,
                new LocalText("將結果發布為圖層", "publish the result as a layer"))
            .or("false"));
    return inputs;
  }

  @Override
  public List<ProcessOutput> outputs() {
    return List.of(
        new ProcessOutput("coverage", new LocalText("覆蓋率", "figure"), false),
        new ProcessOutput(
            "footprint",
            new LocalText(
                "涵蓋範圍圖層：發布的結果，或今日的狀態",
                "layer of the footprint: of the result if it is published, else of today"),
            true));
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.PLANNER, Role.KPI, Role.ADMIN);
  }

  @Override
  public Map<String, Object> run(ProcessCall call) {
    call.progress(0.1, new LocalText("計算中", "measuring"));
    Map<String, String> values = ProcessInputs.values(call, ProcessInputs.figure());
    CoverageQuery query = CoverageQuery.parse(values, LocalDate.now(clock));
    CoverageJson answer = answers.answer(query, Optional.ofNullable(values.get("area")));
    String layer =
        call.flag(PUBLISH).orElse(false) ? publish(call, query) : CoverageLayers.FOOTPRINT;
    return Map.of("coverage", answer, "footprint", layer);
  }

  private String publish(ProcessCall call, CoverageQuery query) {
    Caller caller = call.caller();
    if (caller.user().isEmpty() || !(caller.has(Role.PLANNER) || caller.has(Role.ADMIN))) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          PUBLISH,
          new LocalText("只有規劃師可以發布圖層", "only planners may publish layers"));
    }
    call.progress(0.5, new LocalText("發布圖層", "publishing"));
    Measured measured = figures.measure(query);
    CoverageJson figure = answers.answer(query, Optional.empty());
    Result result =
        new Result(
            name(query), title(figure), Optional.empty(), measured, measured, figure, List.of());
    return layers.publish(result, caller.user().get()).layer();
  }

  private static LocalText title(CoverageJson figure) {
    String technologies = String.join(", ", figure.technologies());
    return new LocalText(
        "涵蓋範圍分析 %s（%s）".formatted(figure.inventoryDate(), technologies),
        "Coverage as analysed, %s (%s)".formatted(figure.inventoryDate(), technologies));
  }

  /** The same for the same parameters and the same day. */
  private static String name(CoverageQuery query) {
    String parameters =
        new TreeMap<>(query.given()) + " " + query.selection().on() + " " + query.method();
    UUID id = UUID.nameUUIDFromBytes(parameters.getBytes(StandardCharsets.UTF_8));
    return "coverage-result-" + id.toString().substring(0, 13);
  }
}
