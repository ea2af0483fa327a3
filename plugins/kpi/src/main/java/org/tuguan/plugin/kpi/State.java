package org.tuguan.plugin.kpi;

import org.tuguan.core.LocalText;

/** How an indicator stands. */
enum State {
  MET("達標", "met"),
  /** Not met yet, and met by the end of the year if it goes on like this. */
  ON_TRACK("進行中", "on track"),
  /** Not met by the end of the year if it goes on like this. */
  AT_RISK("有落後之虞", "at risk"),
  MISSED("未達標", "missed"),
  /** There was nothing to measure. */
  NO_VALUE("無值", "no value"),
  /** There is a value, and nothing is wanted of this year. */
  NO_TARGET("未訂目標", "no target"),
  /** The part that computes it failed, or is off. */
  BROKEN("無法計算", "broken");

  private final LocalText title;

  State(String zh, String en) {
    this.title = new LocalText(zh, en);
  }

  LocalText title() {
    return title;
  }
}
