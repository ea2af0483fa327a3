package org.tuguan.api.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.ApplicationState;

/** Ends applications whose applicants let their time pass. */
@Component
class Overdue {
  private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);

  private final JdbcReview review;
  private final JdbcApplications applications;
  private final Clock clock;

  Overdue(JdbcReview review, JdbcApplications applications, Clock clock) {
    this.review = review;
    this.applications = applications;
    this.clock = clock;
  }

  /** Each in a transaction of its own; what somebody moved in the meantime is left alone. */
  void end() {
    end(
        ApplicationState.CORRECTION_ASKED,
        ApplicationState.REFUSED,
        "逾期未補正 not corrected in time",
        "測繪成果申請使用辦法第4條");
    end(
        ApplicationState.PAYMENT_DUE,
        ApplicationState.EXPIRED,
        "逾期未繳費 not paid in time",
        "規費法第14條");
  }

  private void end(ApplicationState from, ApplicationState to, String reason, String ground) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    for (Application each : review.listOverdue(from, today)) {
      try {
        applications.move(
            new Move(each.id(), from, to, Actor.SYSTEM, reason, ground, Optional.empty()));
      } catch (RequestException e) {
        LOG.info("{} was moved in the meantime: {}", each.number(), e.getMessage());
      }
    }
  }
}
