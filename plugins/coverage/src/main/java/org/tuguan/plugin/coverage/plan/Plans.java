package org.tuguan.plugin.coverage.plan;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.plugin.coverage.figure.Change;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.planning.Progress;
import org.tuguan.plugin.coverage.store.JdbcPlans;
import tools.jackson.databind.json.JsonMapper;

/** Makes and keeps plans. Safe for any thread. */
@Component
public class Plans {
  private static final int ID_BYTES = 12;

  private final SitePlanning planning;
  private final JdbcPlans saved;
  private final JsonMapper json;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Plans(SitePlanning planning, JdbcPlans saved, JsonMapper json, Clock clock) {
    this.planning = planning;
    this.saved = saved;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Computes a plan and saves it under the account, as a new one or as the next version.
   *
   * @param catalog what the account sees
   */
  public JdbcPlans.Saved make(PlanBody body, String account, Catalog catalog, Progress progress) {
    String title = body.checkedTitle();
    String id = body.of() == null ? newId() : own(body.of(), account).id();
    CoverageQuery query = CoverageQuery.parse(body.parameterMap(), LocalDate.now(clock));
    List<Change> changes = body.changeList();
    Optional<PlanRequest> request = body.request();
    PlanJson result =
        request.isPresent()
            ? planning.best(query, changes, request.get(), catalog, progress)
            : planning.byHand(query, changes);
    JdbcPlans.Saved plan =
        new JdbcPlans.Saved(
            id,
            1,
            title,
            account,
            clock.instant(),
            json.valueToTree(body),
            json.valueToTree(result));
    int version = saved.save(plan);
    return get(id, Optional.of(version));
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private JdbcPlans.Saved own(String id, String account) {
    JdbcPlans.Saved plan = get(id, Optional.empty());
    if (!plan.account().equals(account)) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "of",
          new LocalText("這是別人的方案，請另存新案。", "This plan is somebody else's: save it as a new one."));
    }
    return plan;
  }

  /**
   * @param version empty for the latest
   */
  public JdbcPlans.Saved get(String id, Optional<Integer> version) {
    return saved
        .find(id, version)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND, "id", new LocalText("沒有這個方案", "there is no such plan")));
  }

  public List<JdbcPlans.Saved> list(String account) {
    return saved.list(account);
  }
}
