package org.tuguan.plugin.coverage.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.ProcessCall;
import org.tuguan.core.analysis.ProcessInput;
import org.tuguan.core.analysis.ProcessInput.Type;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.people.Method;
import org.tuguan.plugin.coverage.radio.Models;

/** Inputs of the two processes: the parameters of a figure, and of a search for sites. */
final class ProcessInputs {
  private ProcessInputs() {}

  static List<ProcessInput> figure() {
    return List.of(
        optional("method", Type.TEXT, "計算方法", "method")
            .oneOf(Method.listCodes().toArray(String[]::new))
            .or(Method.AREAL.code()),
        optional("date", Type.DATE, "點位清冊日期", "day of the inventory"),
        optional("census_date", Type.DATE, "人口統計日", "day of the census"),
        optional("technologies", Type.TEXT, "技術，以逗號分隔", "technologies, separated by commas")
            .or("wifi"),
        optional("radius_m", Type.NUMBER, "所有點位的半徑（公尺）", "one radius for all, metres")
            .between(1, 50_000),
        optional("model", Type.TEXT, "傳播模式", "propagation model")
            .oneOf(Models.listIds().toArray(String[]::new)),
        optional("footprint", Type.TEXT, "圓形範圍或視線範圍", "whole circles or lines of sight")
            .oneOf(CoverageQuery.FOOTPRINTS.toArray(String[]::new))
            .or("circle"),
        optional("sensitivity_dbm", Type.NUMBER, "接收靈敏度（dBm）", "weakest signal, dBm")
            .between(-150, 0),
        optional("margin_db", Type.NUMBER, "餘裕（dB）", "margin, dB").between(0, 60),
        optional("area", Type.TEXT, "行政區或村里", "district or village"));
  }

  static List<ProcessInput> search() {
    return List.of(
        optional("title", Type.TEXT, "方案名稱", "title of the plan"),
        optional("sites", Type.INTEGER, "最多新增點位", "most new sites").between(1, 500),
        optional("target", Type.NUMBER, "目標覆蓋率（0–1）", "part of all people to reach").between(0, 1),
        optional("solver", Type.TEXT, "求解方法", "solver").oneOf("greedy", "exact").or("greedy"),
        optional("time_limit_s", Type.INTEGER, "時間上限（秒）", "time limit, seconds").between(1, 600),
        optional("seed", Type.INTEGER, "亂數種子", "seed").between(0, 1_000_000_000),
        optional("site_radius_m", Type.NUMBER, "新點位半徑（公尺）", "radius of a new site, metres")
            .between(1, 50_000),
        optional("candidates", Type.TEXT, "候選點來源", "where candidates come from")
            .oneOf("grid", "layer", "roads")
            .or("grid"),
        optional("layer", Type.LAYER, "候選點圖層", "layer of candidates"),
        optional("spacing_m", Type.NUMBER, "網格間距（公尺）", "spacing of the grid, metres")
            .between(20, 10_000),
        optional(
                "cell_m",
                Type.NUMBER,
                "人口網格（公尺），0 為每區一點",
                "spacing of people; 0: one point an area")
            .between(0, 5_000),
        optional("cost_twd", Type.NUMBER, "每點經費（元）", "cost of a site, NT$")
            .between(0, 1_000_000_000),
        optional("budget_twd", Type.NUMBER, "總經費（元）", "budget, NT$").between(0, 1_000_000_000_000L),
        optional("min_distance_m", Type.NUMBER, "最小間距（公尺）", "least distance, metres")
            .between(0, 100_000),
        optional("district_least", Type.NUMBER, "各區下限（0–1）", "least part of each district")
            .between(0, 1));
  }

  private static ProcessInput optional(String name, Type type, String zh, String en) {
    return ProcessInput.optional(name, type, new LocalText(zh, en));
  }

  /** What was given, as text. */
  static Map<String, String> values(ProcessCall call, List<ProcessInput> inputs) {
    Map<String, String> values = new TreeMap<>();
    for (ProcessInput input : inputs) {
      switch (input.type()) {
        case DATE ->
            call.date(input.name()).ifPresent(day -> values.put(input.name(), day.toString()));
        case NUMBER, INTEGER ->
            call.number(input.name())
                .ifPresent(number -> values.put(input.name(), number.toPlainString()));
        default -> call.text(input.name()).ifPresent(text -> values.put(input.name(), text));
      }
    }
    return values;
  }
}
