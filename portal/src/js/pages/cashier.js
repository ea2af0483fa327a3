import { mayCash } from "../api/session.js";
import { t } from "../i18n/i18n.js";
import { openBankStatement } from "../issuing/bank-statement.js";
import { openDuePayments } from "../issuing/due-payments.js";
import { openOpenMoney } from "../issuing/open-money.js";
import { openReceipts } from "../issuing/receipt-list.js";
import { openRefunds } from "../issuing/refund-list.js";
import { byId, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { openSignIn } from "../ui/sign-in.js";
import { makeTabs } from "../ui/tabs.js";

const SECTIONS = [
  ["due", t("cash.due"), openDuePayments],
  ["bank", t("cash.bank"), openBankStatement],
  ["unmatched", t("cash.unmatched"), openOpenMoney],
  ["refunds", t("cash.refunds"), openRefunds],
  ["receipts", t("cash.receipts"), openReceipts],
];

document.title = `${t("cash.title")} · 圖館 Tuguan`;
const { status, session } = await startPage();
const work = byId("work");
if (mayCash(session)) {
  show();
} else {
  refuse();
}

/** A tab for each part; the address's # says which is open. */
function show() {
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": t("cash.title") });
  work.append(list);
  for (const [id, title] of SECTIONS) {
    list.append(
      h("button", {
        id: `tab-${id}`, role: "tab", type: "button", "aria-controls": `pane-${id}`,
        "aria-selected": "false", tabindex: "-1", "data-testid": `tab-${id}`, text: title,
      }),
    );
    work.append(h("div", { id: `pane-${id}`, role: "tabpanel", "aria-labelledby": `tab-${id}`, hidden: true }));
  }
  const select = makeTabs(list, (tab) => open(tab.slice("tab-".length)));
  const wanted = () => (SECTIONS.find(([id]) => `#${id}` === location.hash) ?? SECTIONS[0])[0];
  select(`tab-${wanted()}`);
  window.addEventListener("hashchange", () => select(`tab-${wanted()}`));
}

async function open(id) {
  history.replaceState(null, "", `#${id}`);
  const pane = byId(`pane-${id}`);
  try {
    await SECTIONS.find(([each]) => each === id)[2](pane);
  } catch (error) {
    pane.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }));
  }
}

function refuse() {
  work.append(h("p", { class: "callout", text: t(session.user ? "cash.noRight" : "cash.signInFirst") }));
  if (!session.user) {
    const button = h("button", { class: "button primary", type: "button", text: t("signIn") });
    button.addEventListener("click", () => openSignIn(status, status?.demo ? "cashier" : ""));
    work.append(button);
  }
}
