import { local, t } from "../i18n/i18n.js";

/** What an agreement names that is not kept here. */
export function othersOf(agreement) {
  return agreement.layers.filter((each) => !each.layer);
}

/**
 * The layers of a draft as the server wants them. Rights, charges and values of those that were
 * there stay.
 *
 * @param known the agreement before
 * @param chosen given and received: names; elsewhere and worth: what the form says of other data
 */
export function layersOf(known, { given, received, elsewhere, worth }) {
  const [first, ...more] = othersOf(known);
  return [
    ...given.map((layer) => item(known, "GIVEN", layer)),
    ...received.map((layer) => item(known, "RECEIVED", layer)),
    ...(elsewhere ? [other(first, elsewhere, worth === "" ? null : Number(worth))] : []),
    ...more.map((each) => ({ ...kept(each), direction: each.direction, title: each.title.zh })),
  ];
}

function item(known, direction, layer) {
  const before = known.layers.find((each) => each.layer === layer && each.direction === direction);
  return { ...kept(before), direction, layer };
}

function kept(before) {
  return before
    ? { rights: before.rights, charged_twd: before.charged_twd, value_twd: before.value_twd, value_note: before.value_note }
    : {};
}

function other(before, title, value) {
  const same = before && before.value_twd === value;
  return {
    ...kept(before),
    direction: "RECEIVED",
    title: before && title === local(before.title) ? before.title.zh : title,
    value_twd: value,
    value_note: same ? before.value_note : value === null ? "" : t("sharing.declared"),
  };
}
