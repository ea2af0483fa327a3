package org.tuguan.api.issuing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.Party;

/** Finds applications for callers; one that does not concern them does not exist. */
@Component
public class Seen {
  private final JdbcApplications applications;
  private final JdbcReview review;

  Seen(JdbcApplications applications, JdbcReview review) {
    this.applications = applications;
    this.review = review;
  }

  /**
   * @param parties never empty
   */
  public record One(Application application, List<ApplicationLayer> layers, Set<Party> parties) {
    public boolean is(Party party) {
      return parties.contains(party);
    }

    /** Throws if the caller is not of this party. */
    public Actor as(Party party, Caller caller) {
      if (!is(party)) {
        throw new RequestException(
            Fault.NOT_ALLOWED, "", new LocalText("此帳號不能這樣做", "this account may not do this"));
      }
      return new Actor(caller.user().orElseThrow(), party);
    }
  }

  public One get(String number, Caller caller) {
    return find(number, caller)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "number",
                    new LocalText("沒有這件申請案", "there is no such application")));
  }

  Optional<One> find(String number, Caller caller) {
    return applications
        .findByNumber(number)
        .map(
            application -> {
              List<ApplicationLayer> layers = review.listLayers(application.id());
              List<String> agencies = layers.stream().map(ApplicationLayer::agency).toList();
              return new One(
                  application, layers, ApplicationParties.of(application, agencies, caller));
            })
        .filter(one -> !one.parties().isEmpty());
  }
}
