package org.tuguan.api.issuing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.FeeRule;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.Outcome;
import org.tuguan.core.issuing.RuleType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When an application is approved and its price stands, whether something is left to be paid or
 * not, notes on which agreement each of its layers rests that is free by reciprocity: the delivery,
 * with the layers that were paid for, ends with that agreement and no other. One that is kept on
 * paper only leaves no note, and neither does a layer that is charged.
 */
@Component
class Reciprocity {
  private final JdbcQuotes quotes;
  private final FeeStandardStore store;
  private final JdbcReciprocity agreements;
  private final JdbcApplications applications;
  private final Clock clock;

  Reciprocity(
      JdbcQuotes quotes,
      FeeStandardStore store,
      JdbcReciprocity agreements,
      JdbcApplications applications,
      Clock clock) {
    this.quotes = quotes;
    this.store = store;
    this.agreements = agreements;
    this.applications = applications;
    this.clock = clock;
  }

  @EventListener
  void moved(ApplicationMoved moved) {
    if (moved.move().from() != ApplicationState.APPROVED) {
      return;
    }
    Application application = moved.before();
    Set<String> layers = free(quotes.find(application.quote()).orElseThrow().quote());
    Instant now = clock.instant();
    List<String> numbers =
        agreements.rest(application.id(), layers, LocalDate.ofInstant(now, TuguanApplication.ZONE));
    if (!numbers.isEmpty()) {
      applications.note(
          application.id(),
          Event.of(now, "agreement", Actor.SYSTEM, String.join(", ", numbers), ""));
    }
  }

  /** The layers that a rule of reciprocity made free. */
  private Set<String> free(KeptQuote quote) {
    Optional<FeeStandard> standard =
        quote
            .priced()
            .standard()
            .flatMap(
                id -> store.standards().findVersion(id, quote.priced().version().orElseThrow()));
    Set<String> rules =
        standard.map(FeeStandard::rules).orElse(List.of()).stream()
            .filter(each -> each.type() == RuleType.RECIPROCITY_BY_APPROVAL)
            .map(FeeRule::id)
            .collect(Collectors.toSet());
    Set<String> layers = new LinkedHashSet<>();
    for (JsonNode each : JsonMapper.shared().readTree(quote.answer()).get("decisions")) {
      if (each.get("status").asString().equals(Outcome.EXEMPT.name())
          && rules.contains(each.get("rule").asString())) {
        layers.add(quote.wanted().layers().get(each.get("item").asInt()).layer());
      }
    }
    return layers;
  }
}
