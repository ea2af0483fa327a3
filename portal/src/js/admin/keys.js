import { showKeys } from "../keys/key-list.js";

/** The keys of everybody; they are made on their holders' own pages. */
export function openKeys(pane) {
  return showKeys(pane, { all: true, holders: null });
}
