package org.tuguan.plugin.coverage.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.people.Method;
import org.tuguan.plugin.coverage.radio.Models;

/** What may be asked for, with titles for people. */
final class Vocabulary {
  /**
   * @param note source of a model, explanation of a method; empty if there is none
   */
  record Word(String code, LocalText title, LocalText note) {}

  private Vocabulary() {}

  static Map<String, List<Word>> words() {
    return Map.of(
        "methods",
        Arrays.stream(Method.values())
            .map(method -> new Word(method.code(), method.title(), method.explanation()))
            .toList(),
        "technologies",
        Arrays.stream(Technology.values())
            .map(one -> new Word(one.code(), one.title(), LocalText.same("")))
            .toList(),
        "models",
        Models.list().stream()
            .map(model -> new Word(model.id(), model.title(), LocalText.same(model.source())))
            .toList());
  }
}
