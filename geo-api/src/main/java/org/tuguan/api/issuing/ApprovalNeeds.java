package org.tuguan.api.issuing;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.Outcome;

/** What an application under review still needs before it can be approved. */
final class ApprovalNeeds {
  private ApprovalNeeds() {}

  /**
   * @param parameter layers or price
   */
  record Need(String parameter, LocalText text) {}

  /** Empty if nothing stands in the way. */
  static List<Need> list(Application application, List<ApplicationLayer> layers) {
    List<Need> needs = new ArrayList<>();
    List<String> open =
        layers.stream()
            .filter(each -> each.decision() != ApplicationLayer.Decision.APPROVED)
            .map(ApplicationLayer::layer)
            .toList();
    if (!open.isEmpty()) {
      needs.add(
          new Need(
              "layers",
              new LocalText(
                  "圖層主管機關尚未同意：" + String.join("、", open),
                  "their owners have not approved: " + String.join(", ", open))));
    }
    Outcome outcome = application.price().outcome();
    if (outcome != Outcome.CHARGED && outcome != Outcome.EXEMPT) {
      needs.add(
          new Need(
              "price",
              new LocalText(
                  "尚無費額：請先核計費額並敘明依據", "it has no price: set one first, with its legal ground")));
    }
    return needs;
  }
}
