package org.tuguan.api.features;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Finished markup. Text becomes markup only through {@link #of}, which escapes it, so that no value
 * can break out of its place.
 */
record Html(String markup) {
  static final Html NOTHING = new Html("");

  /**
   * Fills a template.
   *
   * @param template ours, with {@code {}} for each part; attributes in double quotes
   * @param parts {@link Html} as it is, collections of it one after the other, all else escaped
   */
  static Html of(String template, Object... parts) {
    StringBuilder markup = new StringBuilder();
    int at = 0;
    for (Object part : parts) {
      int hole = template.indexOf("{}", at);
      markup.append(template, at, hole).append(markup(part));
      at = hole + 2;
    }
    return new Html(markup.append(template.substring(at)).toString());
  }

  private static String markup(Object part) {
    if (part instanceof Html html) {
      return html.markup;
    }
    if (part instanceof Collection<?> parts) {
      return parts.stream().map(Html::markup).collect(Collectors.joining());
    }
    return HtmlUtils.htmlEscape(String.valueOf(part), "UTF-8");
  }
}
