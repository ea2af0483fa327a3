package org.tuguan.api.sharing.circulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.people.AgencyEntry;
import org.tuguan.api.people.JdbcAgencies;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.sharing.AdoptionEvent;
import org.tuguan.core.sharing.AdoptionRule;
import org.tuguan.core.sharing.CirculationRate;

/**
 * Tells the rate of a day. A day that is over is told once: its figure is published with its
 * evidence in the night after, or when somebody asks who answers for the rate, and is the same for
 * ever. Until then it is counted anew for everybody else.
 */
@Service
class CirculationFigures {
  /** What was used at the end of a day is in the ledger within seconds; servers may be behind. */
  private static final Duration SETTLING = Duration.ofHours(1);

  /** Days; gaps before are filled when somebody asks for them who answers for the rate. */
  private static final int LONGEST_BACK = 400;

  private final JdbcCirculation figures;
  private final JdbcAgencies agencies;
  private final AuditTrail audit;
  private final Clock clock;

  CirculationFigures(
      JdbcCirculation figures, JdbcAgencies agencies, AuditTrail audit, Clock clock) {
    this.figures = figures;
    this.agencies = agencies;
    this.audit = audit;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }

  /** The last day whose figure will not change any more. */
  LocalDate lastSettled() {
    Instant then = clock.instant().minus(SETTLING);
    return LocalDate.ofInstant(then, TuguanApplication.ZONE).minusDays(1);
  }

  /** The rule that a day is told by, or one that is asked for. */
  AdoptionRule rule(LocalDate day, Optional<Integer> version) {
    return rule(day, version, figures.listRules());
  }

  private Map<LocalDate, AdoptionRule> rules(List<LocalDate> days, Optional<Integer> version) {
    List<AdoptionRule> all = figures.listRules();
    Map<LocalDate, AdoptionRule> rules = new HashMap<>();
    days.forEach(day -> rules.put(day, rule(day, version, all)));
    return rules;
  }

  private static AdoptionRule rule(
      LocalDate day, Optional<Integer> version, List<AdoptionRule> rules) {
    return version
        .map(
            wanted ->
                rules.stream()
                    .filter(each -> each.version() == wanted)
                    .findFirst()
                    .orElseThrow(() -> unknown(wanted, rules)))
        .orElseGet(() -> usual(day, rules));
  }

  private static RequestException unknown(int wanted, List<AdoptionRule> rules) {
    String known =
        rules.stream()
            .map(each -> Integer.toString(each.version()))
            .sorted()
            .collect(Collectors.joining(", "));
    return RequestException.invalid("rule", Integer.toString(wanted), "versions are " + known);
  }

  /** The first one for days before any. */
  private static AdoptionRule usual(LocalDate day, List<AdoptionRule> rules) {
    return rules.stream()
        .filter(each -> !each.from().isAfter(day))
        .findFirst()
        .orElseGet(() -> rules.get(rules.size() - 1));
  }

  @Transactional
  public Figure get(LocalDate day, Optional<Integer> rule, FigureReader reader) {
    return list(List.of(day), rule, reader).get(0);
  }

  /**
   * In the order of the days.
   *
   * @param days none after today
   */
  @Transactional
  public List<Figure> list(List<LocalDate> days, Optional<Integer> version, FigureReader reader) {
    Map<LocalDate, AdoptionRule> rules = rules(days, version);
    Map<LocalDate, Figure> known = known(days, rules);
    List<LocalDate> missing = days.stream().filter(day -> !known.containsKey(day)).toList();
    List<LedgerSpan> spans = LedgerSpan.of(missing, day -> rules.get(day).since(day));
    requireFew(missing, spans, reader);
    if (!missing.isEmpty()) {
      List<Figure> counted = count(spans, rules);
      if (reader.fixes() && publish(counted)) {
        known.putAll(known(missing, rules));
      }
      counted.forEach(each -> known.putIfAbsent(each.rate().on(), each));
    }
    return days.stream().map(known::get).toList();
  }

  private static void requireFew(
      List<LocalDate> missing, List<LedgerSpan> spans, FigureReader reader) {
    long read = spans.stream().mapToLong(LedgerSpan::days).sum();
    if (missing.size() > reader.counted()) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "from",
          new LocalText(
              "其中 %d 日的數值尚未確定，一次至多計算 %d 日；請縮短期間或加大間隔".formatted(missing.size(), reader.counted()),
              "%d of these days are not fixed, and %d are counted with one question at most; ask for a shorter time or a longer step"
                  .formatted(missing.size(), reader.counted())));
    }
    if (read > reader.read()) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "from",
          new LocalText(
              "其中 %d 日的數值尚未確定，計算須讀取 %,d 日的紀錄，一次至多 %,d 日；請縮短期間"
                  .formatted(missing.size(), read, reader.read()),
              "%d of these days are not fixed; counting them reads %,d days of records, and %,d are read with one question at most; ask for a shorter time"
                  .formatted(missing.size(), read, reader.read())));
    }
  }

  private Map<LocalDate, Figure> known(
      Collection<LocalDate> days, Map<LocalDate, AdoptionRule> rules) {
    Map<LocalDate, Figure> known = new HashMap<>();
    for (JdbcCirculation.Kept each : figures.listKept(days)) {
      AdoptionRule rule = rules.get(each.day());
      if (rule.version() == each.rule()) {
        known.put(each.day(), figure(each, rule));
      }
    }
    return known;
  }

  private static Figure figure(JdbcCirculation.Kept kept, AdoptionRule rule) {
    return new Figure(
        EvidenceText.count(kept.evidence(), rule),
        rule,
        Optional.of(new Figure.Published(kept.published(), kept.sha256())));
  }

  /** As everything that is known now has it, whatever was published. */
  Figure recount(LocalDate day, AdoptionRule rule) {
    return count(LedgerSpan.of(List.of(day), rule::since), Map.of(day, rule)).get(0);
  }

  private List<Figure> count(List<LedgerSpan> spans, Map<LocalDate, AdoptionRule> rules) {
    List<AgencyEntry> all = agencies.list();
    List<Figure> counted = new ArrayList<>();
    for (LedgerSpan span : spans) {
      List<AdoptionEvent> events = figures.listEvents(span.first(), span.last());
      for (LocalDate day : span.counted()) {
        AdoptionRule rule = rules.get(day);
        CirculationRate rate = CirculationRate.of(day, rule, firstLevel(all, day), events);
        counted.add(new Figure(rate, rule, Optional.empty()));
      }
    }
    return counted;
  }

  private static Set<String> firstLevel(List<AgencyEntry> all, LocalDate day) {
    return all.stream()
        .filter(each -> each.firstLevel() && each.existsOn(day))
        .map(AgencyEntry::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** False if none of them is of a day that is over. */
  private boolean publish(List<Figure> counted) {
    LocalDate last = lastSettled();
    boolean any = false;
    for (Figure each : counted) {
      if (!each.rate().on().isAfter(last)) {
        any = true;
        publish(each.rate());
      }
    }
    return any;
  }

  private void publish(CirculationRate rate) {
    String evidence = EvidenceText.write(rate);
    JdbcCirculation.Kept kept =
        new JdbcCirculation.Kept(
            rate.on(),
            rate.rule(),
            rate.adopters().size(),
            rate.agencies().size(),
            evidence,
            EvidenceText.sha256(evidence),
            clock.instant());
    if (figures.insert(kept)) {
      audit.record(
          AuditTrail.SYSTEM,
          "circulation.publish",
          "circulation:" + rate.on(),
          Map.of(
              "rule", rate.rule(),
              "adopters", kept.adopters(),
              "agencies", kept.agencies(),
              "sha256", kept.sha256()));
    }
  }

  /**
   * The days until yesterday that are not published by their usual rule, since the first that is;
   * yesterday alone if none is.
   */
  @Transactional
  public void publishDays() {
    LocalDate last = lastSettled();
    list(
        figures.listGaps(last.minusDays(LONGEST_BACK), last), Optional.empty(), FigureReader.NIGHT);
  }
}
