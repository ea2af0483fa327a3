package org.tuguan.plugin.coverage.layer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.stereotype.Component;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginTasks;
import org.tuguan.plugin.coverage.figure.CoverageAnswers;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.store.JdbcLayerState;

/**
 * Has layers follow what they are made from, and has this node's memory ready before somebody asks:
 * after its start, and after each change that came in here.
 */
@Component
public class LayerUpkeep implements ApplicationListener<ContextRefreshedEvent> {
  private final CoverageLayers layers;
  private final JdbcLayerState state;
  private final CoverageAnswers answers;
  private final PluginTasks tasks;
  private final Clock clock;

  LayerUpkeep(
      CoverageLayers layers,
      JdbcLayerState state,
      CoverageAnswers answers,
      PluginTasks tasks,
      Clock clock) {
    this.layers = layers;
    this.state = state;
    this.answers = answers;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public void onApplicationEvent(ContextRefreshedEvent started) {
    tasks.aside(
        () -> {
          if (isBehind()) {
            tasks.soon(LayerRefresh.NAME);
          }
          warm();
        });
  }

  /**
   * Stations or people have changed: the layers follow, in a job. To be called in the transaction
   * that changes them, so that no change is without its job.
   */
  public void changed() {
    tasks.soon(LayerRefresh.NAME);
  }

  /** After a change: its rights hold at once, and this node has the new figures ready. */
  public void announce() {
    layers.announce();
    tasks.aside(this::warm);
  }

  /** Whether the layers show an older state than the figures. */
  public boolean isBehind() {
    return !state.shown().revisions().equals(state.current());
  }

  /** Measures what planners see first. */
  private void warm() {
    try {
      answers.answer(CoverageQuery.parse(Map.of(), LocalDate.now(clock)), Optional.empty());
    } catch (RequestException nobodyToCount) {
      return; // there is nothing yet that could be warm
    }
  }
}
