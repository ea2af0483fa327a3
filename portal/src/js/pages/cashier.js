import { mayCash } from "../api/session.js";
import { t } from "../i18n/i18n.js";
import { openBankStatement } from "../issuing/bank-statement.js";
import { openDuePayments } from "../issuing/due-payments.js";
import { openOpenMoney } from "../issuing/open-money.js";
import { openReceipts } from "../issuing/receipt-list.js";
import { openRefunds } from "../issuing/refund-list.js";
import { startPage } from "../ui/header.js";
import { openDesk } from "../ui/work-sections.js";

const SECTIONS = [
  ["due", openDuePayments],
  ["bank", openBankStatement],
  ["unmatched", openOpenMoney],
  ["refunds", openRefunds],
  ["receipts", openReceipts],
];

document.title = `${t("cash.title")} · 圖館 Tuguan`;
const context = await startPage();
openDesk({
  words: "cash",
  sections: mayCash(context.session)
    ? SECTIONS.map(([id, open]) => ({ id, name: t(`cash.${id}`), open }))
    : [],
  context,
  account: "cashier",
});
