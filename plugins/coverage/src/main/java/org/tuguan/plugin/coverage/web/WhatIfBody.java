package org.tuguan.plugin.coverage.web;

import java.util.List;
import java.util.Map;
import org.tuguan.plugin.coverage.figure.Change;
import org.tuguan.plugin.coverage.plan.ChangeJson;

/**
 * A what-if as it is sent.
 *
 * @param parameters of the figure, as in {@code GET /api/v1/coverage}; may be null
 * @param changes may be null
 * @param area code or name; null for the city
 */
record WhatIfBody(Map<String, String> parameters, List<ChangeJson> changes, String area) {
  Map<String, String> parameterMap() {
    return parameters == null ? Map.of() : parameters;
  }

  List<Change> changeList() {
    return ChangeJson.list(changes);
  }
}
