package org.tuguan.plugin.siteaudit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a site looked like.
 *
 * @param pages that were read
 * @param links that were tried
 * @param untried links that the limits or the site's own rules left out
 * @param newest day that any page gives
 * @param missing texts that were looked for and stand on no page that was read
 */
record Crawled(
    int pages,
    int links,
    List<BrokenLink> broken,
    int untried,
    Optional<LocalDate> newest,
    List<String> missing) {
  Crawled {
    broken = List.copyOf(broken);
    missing = List.copyOf(missing);
  }
}
