package org.tuguan.api.wms;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.util.HtmlUtils;
import org.tuguan.core.LocalText;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;

/** Features at a point as a small page: one table a layer, a row for each feature. */
final class FeatureInfoHtml {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width">
      <title>%s</title>
      <style>
      body { font: 14px/1.5 system-ui, "Noto Sans TC", "Noto Sans CJK TC", sans-serif; margin: 8px; color: #1b1f24; }
      table { border-collapse: collapse; margin: 4px 0 14px; }
      caption { text-align: left; font-weight: 600; padding: 2px 0; }
      th, td { border: 1px solid #c9d1d9; padding: 2px 8px; text-align: left; vertical-align: top; }
      th { background: #eef2f6; font-weight: 500; }
      </style>
      </head>
      <body>
      """;

  private static final LocalText TITLE = new LocalText("圖徵資訊", "Features at this point");
  private static final LocalText NOTHING = new LocalText("此處沒有圖徵", "Nothing here");
  private static final LocalText KEY = new LocalText("識別碼", "Id");

  private final Locale locale;
  private final StringBuilder out = new StringBuilder();

  private FeatureInfoHtml(Locale locale) {
    this.locale = locale;
  }

  static String write(List<FoundFeatures> found, Locale locale) {
    FeatureInfoHtml page = new FeatureInfoHtml(locale);
    String language = locale.getLanguage().equals("zh") ? "zh-Hant-TW" : "en";
    page.out.append(HEAD.formatted(language, escape(TITLE.in(locale))));
    if (found.stream().allMatch(each -> each.features().isEmpty())) {
      page.out.append("<p>").append(escape(NOTHING.both())).append("</p>\n");
    }
    found.stream().filter(each -> !each.features().isEmpty()).forEach(page::table);
    return page.out.append("</body>\n</html>\n").toString();
  }

  private void table(FoundFeatures found) {
    out.append("<table>\n<caption>")
        .append(escape(found.layer().title().both()))
        .append("</caption>\n<tr><th scope=\"col\">")
        .append(escape(KEY.in(locale)))
        .append("</th>");
    for (Attribute attribute : found.features().get(0).type().attributes()) {
      out.append("<th scope=\"col\">").append(escape(attribute.name())).append("</th>");
    }
    out.append("</tr>\n");
    found.features().forEach(feature -> row(found.id(feature), feature));
    out.append("</table>\n");
  }

  private void row(String id, Feature feature) {
    out.append("<tr><td>").append(escape(id)).append("</td>");
    for (Object value : feature.values()) {
      out.append("<td>").append(escape(Objects.toString(value, ""))).append("</td>");
    }
    out.append("</tr>\n");
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
