package org.tuguan.core.sharing;

import static org.tuguan.core.sharing.AdoptionEvidence.Kind.AGREEMENT;
import static org.tuguan.core.sharing.AdoptionEvidence.Kind.APPLICATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tuguan.core.LocalText;

/**
 * What counts as adopting map data (採行), as data: an agency adopts if enough applications were
 * delivered to it, or if it used layers often enough under one agreement that is in force on the
 * day, within the months that end with the day.
 *
 * @param version never changed once it is there
 * @param from first day whose figure is told by it unless another version is asked for
 * @param months that are looked back
 * @param applications delivered at least; 0 if they do not count
 * @param uses under one agreement at least; 0 if agreements do not count
 */
public record AdoptionRule(int version, LocalDate from, int months, int applications, long uses) {
  public AdoptionRule {
    Objects.requireNonNull(from);
    if (version < 1 || months < 1 || applications < 0 || uses < 0 || applications + uses == 0) {
      throw new IllegalArgumentException("nobody could adopt by rule " + version);
    }
  }

  /** The first day that is looked at for the figure of a day. */
  public LocalDate since(LocalDate day) {
    return day.minusMonths(months).plusDays(1);
  }

  /** The events that matter on a day, added up. */
  public List<AdoptionEvidence> evidence(LocalDate day, Collection<AdoptionEvent> events) {
    LocalDate since = since(day);
    Map<List<String>, AdoptionEvidence> found = new TreeMap<>(AdoptionRule::compare);
    for (AdoptionEvent event : events) {
      if (!event.day().isBefore(since) && !event.day().isAfter(day) && holds(event, day)) {
        AdoptionEvidence one = AdoptionEvidence.of(event);
        found.merge(
            List.of(one.agency(), one.kind().name(), one.reference(), one.layer()),
            one,
            AdoptionEvidence::and);
      }
    }
    return new ArrayList<>(found.values());
  }

  private static boolean holds(AdoptionEvent event, LocalDate day) {
    return event.term().map(term -> term.includes(day) && term.includes(event.day())).orElse(true);
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * @param ofAgency all the evidence that there is for one agency
   */
  public boolean isMet(Collection<AdoptionEvidence> ofAgency) {
    long delivered =
        ofAgency.stream()
            .filter(each -> each.kind() == APPLICATION)
            .map(AdoptionEvidence::reference)
            .distinct()
            .count();
    Map<String, Long> used =
        ofAgency.stream()
            .filter(each -> each.kind() == AGREEMENT)
            .collect(
                Collectors.groupingBy(
                    AdoptionEvidence::reference, Collectors.summingLong(AdoptionEvidence::uses)));
    return (applications > 0 && delivered >= applications)
        || (uses > 0 && used.values().stream().anyMatch(sum -> sum >= uses));
  }

  /** The rule in words. */
  public LocalText words() {
    String zh = "截至該日 %d 個月內，".formatted(months);
    String en = "within the %d months to the day, ".formatted(months);
    if (applications > 0) {
      zh += "至少 %d 件申請案已交付".formatted(applications);
      en += "at least %d delivered application(s)".formatted(applications);
    }
    if (applications > 0 && uses > 0) {
      zh += "，或";
      en += ", or ";
    }
    if (uses > 0) {
      zh += "有一份當日生效中的協議且使用紀錄至少 %d 次".formatted(uses);
      en += "one agreement in force on the day with at least %d recorded use(s)".formatted(uses);
    }
    return new LocalText(zh, en);
  }
}
