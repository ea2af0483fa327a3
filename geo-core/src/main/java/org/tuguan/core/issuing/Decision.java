package org.tuguan.core.issuing;

import org.tuguan.core.LocalText;

/**
 * What became of one item. One that is not CHARGED names the rule that says so.
 *
 * @param item position in the request, from 0
 * @param product code; as it was asked for if the standard does not know it
 * @param rule id of the rule, or what stands for one: {@code territory}, {@code unlisted}, {@code
 *     version}, {@code price_from_annex}
 * @param article empty where no clause says so
 */
public record Decision(
    int item, String product, Outcome outcome, String rule, String article, LocalText reason) {}
