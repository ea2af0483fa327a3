package org.tuguan.plugin.coverage.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.plugin.coverage.figure.Change;

/**
 * A plan as it is sent to be saved.
 *
 * @param title for people, at most 120 characters
 * @param of id of a plan of which this is to be the next version; null for a new one
 * @param parameters of the figure
 * @param changes made by hand; may be null
 * @param best what a planner is to find in addition, as {@link PlanRequest} reads it; may be null
 */
public record PlanBody(
    String title,
    String of,
    Map<String, String> parameters,
    List<ChangeJson> changes,
    Map<String, String> best) {
  private static final int LONGEST_TITLE = 120;

  /** The title without blanks around it. */
  public String checkedTitle() {
    String text = title == null ? "" : title.strip();
    if (text.isEmpty() || text.length() > LONGEST_TITLE) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "title",
          new LocalText("請輸入名稱，最多 120 字", "title: 1 to 120 characters"));
    }
    return text;
  }

  public Map<String, String> parameterMap() {
    return parameters == null ? Map.of() : parameters;
  }

  public List<Change> changeList() {
    return ChangeJson.list(changes);
  }

  public Optional<PlanRequest> request() {
    return Optional.ofNullable(best).map(PlanRequest::parse);
  }
}
