package org.tuguan.plugin.siteaudit;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginPeople;

/** A site as somebody writes it down. What is left out takes its usual value. */
record SiteDraft(
    String agency,
    String title,
    String url,
    List<String> required,
    Integer freshDays,
    Integer everyDays,
    Integer answerDays,
    Boolean active) {
  private static final int MOST_REQUIRED = 20;
  private static final int LONGEST = 200;
  private static final URI NOWHERE = URI.create("http://nowhere/");

  /**
   * @throws RequestException what is missing or not allowed
   */
  Site check(long id, PluginPeople people) {
    if (agency == null || people.findAgency(agency).isEmpty()) {
      throw RequestException.invalid(
          "agency", String.valueOf(agency), new LocalText("須為機關代碼", "id of an agency"));
    }
    if (title == null || title.isBlank() || title.length() > LONGEST) {
      throw RequestException.invalid(
          "title",
          String.valueOf(title),
          new LocalText("1 至 %d 字".formatted(LONGEST), "1 to %d characters".formatted(LONGEST)));
    }
    return new Site(
        id,
        agency,
        title.strip(),
        address(),
        texts(),
        within("fresh_days", freshDays, 90, 3650),
        within("every_days", everyDays, 30, 366),
        within("answer_days", answerDays, 5, 60),
        active == null || active,
        false);
  }

  private String address() {
    String given = Objects.toString(url, "");
    return WebAddresses.resolve(NOWHERE, given)
        .filter(uri -> !uri.getHost().equals(NOWHERE.getHost()))
        .map(URI::toString)
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "url",
                    given,
                    new LocalText(
                        "須為 http:// 或 https:// 開頭的網址",
                        "an address that begins with http:// or https://")));
  }

  private List<String> texts() {
    List<String> given = required == null ? List.of() : required;
    List<String> texts =
        given.stream()
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    if (texts.size() > MOST_REQUIRED || texts.stream().anyMatch(each -> each.length() > LONGEST)) {
      throw RequestException.invalid(
          "required",
          String.valueOf(texts.size()),
          new LocalText(
              "至多 %d 段文字，各至多 %d 字".formatted(MOST_REQUIRED, LONGEST),
              "at most %d texts of at most %d characters".formatted(MOST_REQUIRED, LONGEST)));
    }
    return texts;
  }

  private static int within(String name, Integer given, int usual, int most) {
    int value = given == null ? usual : given;
    if (value < 1 || value > most) {
      throw RequestException.invalid(
          name,
          String.valueOf(value),
          new LocalText("1 至 %d 的整數".formatted(most), "a whole number from 1 to " + most));
    }
    return value;
  }
}
