package org.tuguan.api.sharing;

import java.util.List;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens to agreements without anybody's doing: they begin, warn and end, and give again what
 * was replaced. Where nothing is to be done it costs one statement each.
 */
@Component
class AgreementCalendar {
  private static final Logger LOG = LoggerFactory.getLogger(AgreementCalendar.class);

  private final JdbcAgreements agreements;
  private final AgreementMoves moves;
  private final AgreementRights rights;
  private final AgreementSteps steps;
  private final SharingProperties properties;

  AgreementCalendar(
      JdbcAgreements agreements,
      AgreementMoves moves,
      AgreementRights rights,
      AgreementSteps steps,
      SharingProperties properties) {
    this.agreements = agreements;
    this.moves = moves;
    this.rights = rights;
    this.steps = steps;
    this.properties = properties;
  }

  void keepUp() {
    each(agreements.listDue(steps.today(), properties.noticeDays()), moves::advance);
    giveAgain();
  }

  /** Gives again what went with layers that were replaced. */
  void giveAgain() {
    each(rights.listBare(steps.today()), moves::giveAgain);
  }

  /** One that fails does not keep the others from it. */
  private static void each(List<Long> ids, LongConsumer move) {
    for (long id : ids) {
      try {
        move.accept(id);
      } catch (RuntimeException e) {
        LOG.error("Agreement {} cannot be kept up", id, e);
      }
    }
  }
}
