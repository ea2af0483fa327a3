package org.tuguan.plugin.coverage.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Role;
import org.tuguan.core.analysis.AnalysisProcess;
import org.tuguan.core.analysis.ProcessCall;
import org.tuguan.core.analysis.ProcessInput;
import org.tuguan.core.analysis.ProcessOutput;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.plugin.coverage.store.JdbcPlans;

/**
 * {@code /ogc/processes/coverage-sites}: the best next sites, saved as a plan. As a job it says how
 * far it is and may be ended.
 */
@Component
class SitesProcess implements AnalysisProcess {
  private final Plans plans;
  private final PluginLayers layers;

  SitesProcess(Plans plans, PluginLayers layers) {
    this.plans = plans;
    this.layers = layers;
  }

  @Override
  public String name() {
    return "coverage-sites";
  }

  @Override
  public LocalText title() {
    return new LocalText("無線網路布點", "Sites for wireless networks");
  }

  @Override
  public LocalText summary() {
    return new LocalText(
        "在候選點中選出使最多人受涵蓋的點位，或以最少點位達到目標。",
        "Chooses among candidates the sites that reach most people, or the fewest that meet a target.");
  }

  @Override
  public List<ProcessInput> inputs() {
    List<ProcessInput> inputs = new ArrayList<>(ProcessInputs.figure());
    inputs.addAll(ProcessInputs.search());
    return inputs;
  }

  @Override
  public List<ProcessOutput> outputs() {
    return List.of(new ProcessOutput("plan", new LocalText("方案", "plan"), false));
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.PLANNER, Role.ADMIN);
  }

  @Override
  public Map<String, Object> run(ProcessCall call) {
    Map<String, String> parameters = ProcessInputs.values(call, ProcessInputs.figure());
    Map<String, String> best = ProcessInputs.values(call, ProcessInputs.search());
    if (parameters.containsKey("area")) {
      best.put("area", parameters.get("area"));
    }
    PlanBody body =
        new PlanBody(
            best.getOrDefault("title", "coverage-sites"), null, parameters, List.of(), best);
    JdbcPlans.Saved saved =
        plans.make(body, call.caller().user().orElseThrow(), layers.seen(), call::progress);
    return Map.of("plan", saved);
  }
}
