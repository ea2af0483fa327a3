package org.tuguan.plugin.siteaudit;

import java.util.List;

/**
 * A website that is looked at.
 *
 * @param agency id of the city agency that answers for it
 * @param url of its first page
 * @param required texts that must stand on one of its pages
 * @param freshDays it is fresh if the newest date on its pages is at most so many days old
 * @param everyDays how often it is looked at
 * @param answerDays working days within which its mailbox is to answer
 * @param synthetic made up for the demonstration, and never visited
 */
record Site(
    long id,
    String agency,
    String title,
    String url,
    List<String> required,
    int freshDays,
    int everyDays,
    int answerDays,
    boolean active,
    boolean synthetic) {
  Site {
    required = List.copyOf(required);
  }
}
