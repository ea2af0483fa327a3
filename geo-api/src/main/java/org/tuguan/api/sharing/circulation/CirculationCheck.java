package org.tuguan.api.sharing.circulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.api.audit.AuditCheck;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.sharing.AdoptionEvidence;
import org.tuguan.core.sharing.AdoptionRule;
import org.tuguan.core.sharing.CirculationRate;

/**
 * Proves every published figure: its evidence is what the audit trail says was published, counts to
 * the figure again, and is still found where it came from. What became known afterwards is told and
 * is no fault.
 */
@Component
class CirculationCheck implements AuditCheck {
  private static final int BATCH = 200;
  private static final int SHOWN = 10;

  private final JdbcCirculation kept;
  private final CirculationFigures figures;

  CirculationCheck(JdbcCirculation kept, CirculationFigures figures) {
    this.kept = kept;
    this.figures = figures;
  }

  @Override
  public String name() {
    return "circulation";
  }

  @Override
  public String purpose() {
    return "重算已公布的流通率 count every published circulation rate again";
  }

  @Override
  @SuppressWarnings("SystemOut")
  public void run() {
    List<String> faults = new ArrayList<>();
    List<String> later = new ArrayList<>();
    long count = 0;
    LocalDate day = LocalDate.EPOCH;
    int rule = 0;
    for (List<JdbcCirculation.Kept> some = kept.listKeptAfter(day, rule, BATCH);
        !some.isEmpty();
        some = kept.listKeptAfter(day, rule, BATCH)) {
      for (JdbcCirculation.Kept each : some) {
        findFault(each, later).ifPresent(faults::add);
        count++;
        day = each.day();
        rule = each.rule();
      }
    }
    if (!faults.isEmpty()) {
      String shown = String.join("; ", faults.subList(0, Math.min(SHOWN, faults.size())));
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "%,d 個流通率無法由證據重算：%s".formatted(faults.size(), shown),
              "%,d figures do not follow from their evidence: %s".formatted(faults.size(), shown)));
    }
    System.out.printf(
        "✓ 流通率 %,d 個，由證據重算皆相同 %,d figures, all counted to the same again%n", count, count);
    later.stream().limit(SHOWN).forEach(each -> System.out.println("  " + each));
    if (later.size() > SHOWN) {
      System.out.printf("  … %,d%n", later.size());
    }
  }

  /** Empty if all is well. */
  Optional<String> findFault(JdbcCirculation.Kept figure, List<String> later) {
    String name = figure.day() + " (" + figure.rule() + ")";
    AdoptionRule rule = figures.rule(figure.day(), Optional.of(figure.rule()));
    if (!EvidenceText.sha256(figure.evidence()).equals(figure.sha256())
        || !kept.isInTrail(figure)) {
      return Optional.of(name + " 證據與稽核紀錄不符 evidence is not what was published");
    }
    CirculationRate again = EvidenceText.count(figure.evidence(), rule);
    if (again.adopters().size() != figure.adopters()
        || again.agencies().size() != figure.agencies()) {
      return Optional.of(name + " 證據數不出此值 evidence counts to something else");
    }
    CirculationRate now = figures.recount(figure.day(), rule).rate();
    Optional<AdoptionEvidence> gone = findGone(again, now);
    if (gone.isPresent()) {
      return Optional.of(
          "%s %s %s 來源紀錄已不在 no longer in the records"
              .formatted(name, gone.get().reference(), gone.get().layer()));
    }
    if (!now.adopters().equals(again.adopters()) || !now.agencies().equals(again.agencies())) {
      later.add(
          "%s 公布 %d/%d，以現有資料為 %d/%d；後到資料不改已公布值 published, and as known today; late records change nothing"
              .formatted(
                  figure.day(),
                  figure.adopters(),
                  figure.agencies(),
                  now.adopters().size(),
                  now.agencies().size()));
    }
    return Optional.empty();
  }

  /** Evidence of which there is less than there was. */
  private static Optional<AdoptionEvidence> findGone(CirculationRate then, CirculationRate now) {
    Map<List<String>, Long> uses = new HashMap<>();
    now.evidence().forEach(each -> uses.put(key(each), each.uses()));
    return then.evidence().stream()
        .filter(each -> now.agencies().contains(each.agency()))
        .filter(each -> uses.getOrDefault(key(each), 0L) < each.uses())
        .findFirst();
  }

  private static List<String> key(AdoptionEvidence each) {
    return List.of(each.kind().name(), each.agency(), each.reference(), each.layer());
  }
}
