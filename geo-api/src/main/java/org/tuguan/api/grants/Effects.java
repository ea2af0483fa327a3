package org.tuguan.api.grants;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Access;
import org.tuguan.core.access.AccessRules;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;

/** Works out what a change of rights does: everybody's rights before and after, compared. */
@Component
class Effects {
  private static final int MOST_LISTED = 200;

  /** A node looks every two seconds if no notice comes. */
  private static final int WITHIN_SECONDS = 5;

  /** How long pictures of public layers may be kept without asking. */
  private static final int COPY_SECONDS = 30;

  private static final LocalText TILES =
      new LocalText(
          "快取中的圖磚保留供仍有權限者使用；每次取用前都先檢查權限",
          "tiles in the cache stay for those who may still see them; rights are checked before each is given out");

  private final Grantees grantees;
  private final Clock clock;

  Effects(Grantees grantees, Clock clock) {
    this.grantees = grantees;
    this.clock = clock;
  }

  /**
   * @param before grants of the layer as they are
   * @param after as they would be
   */
  Effect of(Layer layer, List<Grant> before, List<Grant> after) {
    List<Grant> changed = new ArrayList<>(before);
    changed.removeAll(after);
    after.stream().filter(grant -> !before.contains(grant)).forEach(changed::add);
    LocalDate day = day(changed);
    AccessRules old = new AccessRules(before);
    AccessRules next = new AccessRules(after);
    List<Effect.Change> changes =
        grantees.list().stream()
            .flatMap(
                subject ->
                    change(
                        subject,
                        old.access(subject.caller(), layer.name(), layer.agency(), day),
                        next.access(subject.caller(), layer.name(), layer.agency(), day))
                        .stream())
            .toList();
    boolean copies =
        old.access(Caller.ANONYMOUS, layer.name(), layer.agency(), day).allows(Right.VIEW);
    return new Effect(
        changes.stream().limit(MOST_LISTED).toList(),
        Math.max(0, changes.size() - MOST_LISTED),
        changed.stream().flatMap(grant -> grant.agreement().stream()).distinct().toList(),
        new Effect.Caches(WITHIN_SECONDS, copies, COPY_SECONDS, TILES));
  }

  /** Today, or the day on which the first of them begins. */
  private LocalDate day(List<Grant> changed) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    return changed.stream()
        .flatMap(grant -> grant.from().stream())
        .filter(from -> from.isAfter(today))
        .min(LocalDate::compareTo)
        .orElse(today);
  }

  private static Optional<Effect.Change> change(
      Grantees.Subject subject, Access before, Access after) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    boolean area =
        Stream.of(Right.values())
            .anyMatch(
                right ->
                    before.allows(right)
                        && after.allows(right)
                        && !before.ground(right).equals(after.ground(right)));
    return Optional.of(
        new Effect.Change(
            subject.kind(),
            subject.id(),
            subject.name(),
            without(after.rights(), before.rights()),
            without(before.rights(), after.rights()),
            area));
  }

  private static List<Right> without(Set<Right> all, Set<Right> some) {
    return all.stream().filter(right -> !some.contains(right)).sorted().toList();
  }
}
