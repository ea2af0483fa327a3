package org.tuguan.core.issuing;

import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * One clause of a fee standard.
 *
 * @param id within the standard, cited by quotes
 * @param article as the standard counts them, for example 第4條第1款
 * @param text what the clause says: the words of the law in Chinese, their sense in English
 */
public record FeeRule(
    String id, RuleType type, String article, LocalText text, Condition when, Effect effect) {
  public FeeRule {
    Objects.requireNonNull(id);
    Objects.requireNonNull(type);
    Objects.requireNonNull(article);
    Objects.requireNonNull(text);
    Objects.requireNonNull(when);
    Objects.requireNonNull(effect);
  }

  boolean exempts() {
    return effect instanceof Effect.Percentage percentage && percentage.charge().signum() == 0;
  }
}
