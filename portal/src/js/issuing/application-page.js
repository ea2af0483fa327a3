import { getApplication, moveApplication, pricePaperUrl } from "../api/applications.js";
import { day, local, number, t } from "../i18n/i18n.js";
import { crsName, formatName } from "../ui/data-words.js";
import { openDialog } from "../ui/dialog.js";
import { h, keepFocus } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";
import { stateBadge } from "./application-list.js";
import { areaMap } from "./area-map.js";
import { deliveryPart } from "./delivery-part.js";
import { documentsPart } from "./documents-part.js";
import { payPart } from "./pay-part.js";
import { priceView } from "./price-view.js";
import { termsPart } from "./terms-part.js";
import { timeline } from "./timeline.js";
import { money } from "./words.js";

const ASK_MS = 2_000;

/** States that go on by themselves; the page follows them. */
const MOVING = new Set(["PAID", "PRODUCING", "PAYMENT_UNKNOWN", "PAYMENT_DUE", "SUBMITTED", "UNDER_REVIEW"]);

/**
 * One application as its applicant sees it: what is to be done next, above everything else.
 *
 * @returns element, and close() when it is no longer looked at
 */
export function applicationPage(first) {
  const element = h("article", { class: "application", "data-testid": "application" });
  let known = first;
  let timer = 0;
  let open = true;
  const show = (application) => {
    known = application;
    const [left, right] = parts(application, actions).map((each) => each.filter(Boolean));
    keepFocus(element, () =>
      element.replaceChildren(head(application), h("div", { class: "application-columns" }, h("div", {}, left), h("div", {}, right))));
  };
  const actions = {
    kept: {},
    reload: async () => show(await getApplication(known.number)),
    move: async (to, reason = "") => show(await moveApplication(known.number, { from: known.state, to, reason })),
    show,
  };
  const follow = async () => {
    if (MOVING.has(known.state) && document.visibilityState === "visible") {
      try {
        const fresh = await getApplication(known.number);
        if (open && (fresh.state !== known.state || fresh.timeline.length !== known.timeline.length)) {
          show(fresh);
        }
      } catch {
        // Asked again in a moment; what is shown stays true until then.
      }
    }
    if (open) {
      timer = setTimeout(follow, ASK_MS);
    }
  };
  show(first);
  timer = setTimeout(follow, ASK_MS);
  return {
    element,
    close: () => {
      open = false;
      clearTimeout(timer);
    },
  };
}

/** What is to be done, and what it is about. */
function parts(application, actions) {
  const mine = application.parties.includes("APPLICANT");
  return [
    [
      now(application, mine),
      payPart(application, actions, mine),
      deliveryPart(application, mine, actions),
      documentsPart(application, actions, mine),
      mine ? correctionPart(application, actions) : null,
      mine && application.state === "DRAFT" ? termsPart(application, actions) : null,
      application.timeline.length ? section("app.timeline", timeline(application)) : null,
      mine && application.moves.includes("WITHDRAWN") ? withdrawal(actions) : null,
    ],
    [
      contentPart(application),
      section("app.price", setPrice(application) ?? "", priceView(application.quote, { paper: pricePaperUrl(application.number) })),
    ],
  ];
}

export function section(key, ...content) {
  return h("section", { class: "part" }, h("h2", { text: t(key) }), ...content);
}

function head(application) {
  return h(
    "header",
    { class: "application-head" },
    h("h1", {}, application.number, " ", stateBadge(application)),
    h("p", { class: "lead", "data-testid": "application-purpose", text: application.purpose }),
  );
}

/** What is so, why, and until when. */
function now(application, mine) {
  const last = application.timeline.findLast((event) => event.to === application.state);
  const words = [
    last?.reason ? t("app.reason", { reason: last.reason }) : "",
    last?.legal_ground ? t("app.ground", { ground: last.legal_ground }) : "",
    application.due ? t("app.dueOn", { day: day(application.due) }) : "",
  ].filter(Boolean);
  const urgent = ["CORRECTION_ASKED", "PAYMENT_DUE", "PAYMENT_UNKNOWN", "REFUSED", "EXPIRED"].includes(application.state);
  return h(
    "div",
    { class: `callout now${urgent ? " warn" : ""}`, role: "status", "data-testid": "application-now" },
    h("p", {}, h("b", { text: t(`stateHelp.${application.state}`) })),
    words.map((text) => h("p", { text })),
    mine ? null : h("p", { class: "hint", text: t("applications.staff") }),
  );
}

function correctionPart(application, actions) {
  if (application.state !== "CORRECTION_ASKED") {
    return null;
  }
  const words = h("textarea", { rows: "3", maxlength: "1900", "data-testid": "correction-text" });
  const button = h("button", { class: "button primary", type: "submit", "data-testid": "send-correction", text: t("app.sendCorrection") });
  const problem = h("p", { class: "form-error", role: "alert" });
  const form = h("form", { class: "stack" }, h("label", {}, t("app.answer"), words), problem, h("div", { class: "actions start" }, button));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await actions.move("UNDER_REVIEW", words.value.trim());
      notice(t("app.sent"));
    } catch (error) {
      problem.textContent = explain(error);
      button.disabled = false;
    }
  });
  return section("next.CORRECTION_ASKED", form);
}

function contentPart(application) {
  const rows = application.layers.map((each) =>
    row(
      {},
      h("b", { text: local(each.title) }),
      [each.area ? t("app.part", { km2: number(each.km2) }) : t("app.whole"), t("app.features", { count: number(each.features) })].join("，"),
      h("span", {}, h("span", { class: `state decision-${each.decision}`, text: t(`app.decision.${each.decision}`) }),
        each.reason ? h("span", { class: "under", text: each.reason }) : null),
    ));
  return section(
    "app.content",
    table([t("app.layer"), t("app.extent"), t("app.owner")], rows, ""),
    h("p", {}, `${t("app.formats")}：`, application.formats.map(formatName).join(t("list.separator")), ` · ${crsName(application.crs)}`),
    areaMap(application.layers),
  );
}

/** What an officer set stands above what was worked out. */
function setPrice(application) {
  const same = application.quote.status === application.outcome && application.quote.total_twd === application.total_twd;
  return same
    ? null
    : h("p", { class: "callout", text: t("app.setPrice", { amount: money(application.total_twd), rule: application.rule }) });
}

function withdrawal(actions) {
  const button = h("button", { class: "button danger", type: "button", "data-testid": "withdraw", text: t("app.withdraw") });
  button.addEventListener("click", () => {
    const reason = h("input", { type: "text", maxlength: "500", "data-testid": "withdraw-reason" });
    const content = [h("p", { text: t("app.withdrawAsk") }), h("label", {}, t("app.withdrawReason"), reason)];
    const dialog = openDialog({ title: t("app.withdraw"), submit: t("app.withdraw"), danger: true }, content, async () => {
      await actions.move("WITHDRAWN", reason.value.trim());
      dialog.close();
      notice(t("app.withdrawn"));
    });
  });
  return h("div", { class: "actions start" }, button);
}
