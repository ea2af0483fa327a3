package org.tuguan.api.sharing.circulation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.security.Callers;
import org.tuguan.core.RequestException;
import org.tuguan.core.sharing.AdoptionRule;

/**
 * {@code /api/v1/circulation/rules} and {@code /targets}: open to read; changed by those who keep
 * the indicators. A rule is never changed, a later version takes its place from a day on.
 */
@RestController
class CirculationSettingsController {
  private static final String RULES = "/api/v1/circulation/rules";
  private static final String TARGETS = "/api/v1/circulation/targets";
  private static final int MOST_MONTHS = 60;

  private final JdbcCirculation kept;
  private final CirculationFigures figures;
  private final AuditTrail audit;
  private final Clock clock;

  CirculationSettingsController(
      JdbcCirculation kept, CirculationFigures figures, AuditTrail audit, Clock clock) {
    this.kept = kept;
    this.figures = figures;
    this.audit = audit;
    this.clock = clock;
  }

  record Rules(List<CirculationJson.RuleJson> rules) {}

  record Targets(List<CirculationTarget> targets) {}

  /**
   * A rule as it is asked for; what is null is as in the last version.
   *
   * @param effectiveFrom first day, after the last that was published
   */
  record RuleDraft(
      LocalDate effectiveFrom, Integer months, Integer applications, Long uses, String note) {}

  record TargetDraft(BigDecimal target, String source) {}

  /** The latest first. */
  @GetMapping(RULES)
  Rules rules() {
    return new Rules(kept.listRules().stream().map(CirculationJson.RuleJson::of).toList());
  }

  @PostMapping(RULES)
  @Transactional
  public Rules add(@RequestBody RuleDraft draft) {
    List<AdoptionRule> rules = kept.listRules();
    AdoptionRule last = rules.get(0);
    LocalDate from = Optional.ofNullable(draft.effectiveFrom()).orElseGet(figures::today);
    LocalDate first =
        figures.today().isAfter(last.from()) ? figures.today() : last.from().plusDays(1);
    if (from.isBefore(first)) {
      throw RequestException.invalid(
          "effective_from", from.toString(), "figures before %s stand already".formatted(first));
    }
    requireSomething(draft, last);
    int version = rules.stream().mapToInt(AdoptionRule::version).max().orElse(0) + 1;
    AdoptionRule rule =
        new AdoptionRule(
            version,
            from,
            within("months", draft.months(), last.months(), 1, MOST_MONTHS),
            within("applications", draft.applications(), last.applications(), 0, 1_000),
            within(
                "uses",
                draft.uses() == null ? null : draft.uses().intValue(),
                (int) last.uses(),
                0,
                1_000_000));
    kept.insert(
        rule,
        draft.note() == null ? "" : draft.note(),
        clock.instant(),
        Callers.current().user().orElse(AuditTrail.SYSTEM));
    audit.record(
        "circulation.rule",
        "circulation:rule-" + version,
        Map.of("from", from.toString(), "text", rule.words().en()));
    return rules();
  }

  private static void requireSomething(RuleDraft draft, AdoptionRule last) {
    boolean deliveries =
        draft.applications() == null ? last.applications() > 0 : draft.applications() != 0;
    boolean uses = draft.uses() == null ? last.uses() > 0 : draft.uses() != 0;
    if (!deliveries && !uses) {
      throw RequestException.invalid(
          "uses", "0", "applications or uses must be above zero, or nobody could adopt");
    }
  }

  private static int within(String name, Integer given, int usual, int least, int most) {
    int value = given == null ? usual : given;
    if (value < least || value > most) {
      throw RequestException.invalid(
          name, Integer.toString(value), "%d to %d".formatted(least, most));
    }
    return value;
  }

  @GetMapping(TARGETS)
  Targets targets() {
    return new Targets(kept.listTargets());
  }

  @PutMapping(TARGETS + "/{year}")
  @Transactional
  public Targets put(@PathVariable("year") int year, @RequestBody TargetDraft draft) {
    if (draft.target() == null) {
      throw RequestException.missing("target");
    }
    if (draft.source() == null || draft.source().isBlank()) {
      throw RequestException.missing("source");
    }
    if (draft.target().signum() < 0 || draft.target().compareTo(BigDecimal.ONE) > 0) {
      throw RequestException.invalid(
          "target", draft.target().toPlainString(), "a fraction of 1, from 0 to 1");
    }
    kept.put(new CirculationTarget(year, draft.target(), draft.source().strip()));
    audit.record(
        "circulation.target",
        "circulation:target-" + year,
        Map.of("target", draft.target(), "source", draft.source().strip()));
    return targets();
  }
}
