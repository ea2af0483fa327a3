import { day, number, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { explain, notice } from "/js/ui/notice.js";
import { row, table } from "/js/ui/table.js";
import { answerQuestion, getHistory, listBroken, wantAudit } from "./api.js";
import { share } from "./parts.js";
import { askToRemove, editSite, noteQuestion } from "./site-form.js";

/** What was found at one site. */
export async function siteView(id, { keeps, agencies, leave, again }) {
  const { site, audits, questions } = await getHistory(id);
  const last = audits.find((each) => each.audit.state === "DONE");
  const broken = last ? (await listBroken(last.audit.id)).broken_links : [];
  return [
    h("p", {}, h("a", { href: "#", "data-testid": "back", text: t("siteaudit.back") })),
    h("h1", { text: site.title }),
    h("p", { class: "wrap-anywhere" }, h("a", { href: site.url, rel: "noopener", text: site.url })),
    keeps ? actions(site, agencies, leave, again) : null,
    h("h2", { text: t("siteaudit.history") }),
    history(audits),
    h("h2", { text: t("siteaudit.brokenLinks") }),
    brokenTable(broken),
    h("h2", { text: t("siteaudit.questions") }),
    h("p", { class: "hint", text: t("siteaudit.questionsHint", { days: site.answer_days }) }),
    questionTable(questions, keeps, again),
    keeps ? button("siteaudit.addQuestion", () => noteQuestion(site, again)) : null,
  ];
}

function actions(site, agencies, leave, again) {
  const check = async () => {
    try {
      await wantAudit(site.id);
      notice(t("siteaudit.wanted"));
      again();
    } catch (error) {
      notice(explain(error), "error");
    }
  };
  return h(
    "p",
    { class: "actions start" },
    site.synthetic ? null : button("siteaudit.check", check),
    button("siteaudit.edit", () => editSite(site, agencies, again)),
    button("siteaudit.remove", () => askToRemove(site, leave)),
  );
}

function button(key, act) {
  const made = h("button", { class: "button", type: "button", "data-testid": key, text: t(key) });
  made.addEventListener("click", act);
  return made;
}

function history(audits) {
  const heads = ["last", "pages", "links", "freshness", "content", "answers", "total"].map((each) => t(`siteaudit.${each}`));
  return table(heads, audits.map(historyRow), t("siteaudit.never"));
}

function historyRow({ audit, score, total }) {
  if (audit.state === "FAILED") {
    const why = t("siteaudit.failed", { why: audit.why });
    return h("tr", {}, h("td", { text: day(audit.finished) }), h("td", { colspan: "5", text: why }), h("td", {}, share(total)));
  }
  if (audit.state !== "DONE") {
    return h("tr", {}, h("td", { colspan: "7", text: t("siteaudit.open") }));
  }
  const links = t("siteaudit.brokenOf", { broken: number(audit.broken), links: number(audit.links) });
  const untried = audit.untried ? t("siteaudit.untried", { untried: number(audit.untried) }) : null;
  return row(
    {},
    day(audit.finished),
    number(audit.pages),
    h("span", { title: untried, text: untried ? `${links} *` : links }),
    audit.newest ? day(audit.newest) : t("siteaudit.noDate"),
    audit.missing.length ? t("siteaudit.missing", { texts: audit.missing.join("、") }) : t("siteaudit.complete"),
    share(score.answers),
    share(total),
  );
}

function brokenTable(links) {
  const heads = ["onPage", "link", "reason"].map((each) => t(`siteaudit.${each}`));
  const rows = links.map((each) =>
    row(
      {},
      h("span", { class: "wrap-anywhere", text: each.page }),
      h("span", { class: "wrap-anywhere", text: each.link }),
      each.status ? `HTTP ${each.status}` : each.reason || t("siteaudit.noAnswer"),
    ),
  );
  return table(heads, rows, t("siteaudit.noBroken"));
}

function questionTable(questions, keeps, again) {
  const heads = ["asked", "subject", "answered"].map((each) => t(`siteaudit.${each}`));
  const rows = questions.map((each) => row({}, day(each.asked), each.subject, answer(each, keeps, again)));
  return table(heads, rows, t("siteaudit.noQuestions"));
}

function answer(question, keeps, again) {
  if (question.answered || !keeps) {
    return day(question.answered) || "—";
  }
  return button("siteaudit.answerToday", async () => {
    try {
      await answerQuestion(question.id, null);
      again();
    } catch (error) {
      notice(explain(error), "error");
    }
  });
}
