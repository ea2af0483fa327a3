package org.tuguan.api.issuing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Party;

/**
 * In what parts a caller has to do with an application; whoever has none does not know of it, and
 * nobody is the officer of their own.
 */
final class ApplicationParties {
  private static final Set<ApplicationState> BEFORE_PAYMENT =
      EnumSet.of(
          ApplicationState.DRAFT,
          ApplicationState.SUBMITTED,
          ApplicationState.UNDER_REVIEW,
          ApplicationState.CORRECTION_ASKED,
          ApplicationState.REFUSED,
          ApplicationState.APPROVED);

  private ApplicationParties() {}

  /**
   * @param agencies that answer for its layers
   */
  static Set<Party> of(Application application, Collection<String> agencies, Caller caller) {
    Set<Party> parties = EnumSet.noneOf(Party.class);
    if (caller.key().isPresent() || caller.user().isEmpty()) {
      return parties;
    }
    boolean begun = application.state() != ApplicationState.DRAFT;
    Application.Applicant applicant = application.applicant();
    if (caller.user().get().equals(applicant.account())
        || (applicant.partner().isPresent() && applicant.partner().equals(caller.partner()))) {
      parties.add(Party.APPLICANT);
    }
    boolean own = caller.user().get().equals(applicant.account());
    if (begun && !own && (caller.has(Role.OFFICER) || caller.has(Role.ADMIN))) {
      parties.add(Party.OFFICER);
    }
    if (begun && caller.has(Role.OWNER) && caller.agency().filter(agencies::contains).isPresent()) {
      parties.add(Party.OWNER);
    }
    if (caller.has(Role.CASHIER) && !BEFORE_PAYMENT.contains(application.state())) {
      parties.add(Party.CASHIER);
    }
    return parties;
  }
}
