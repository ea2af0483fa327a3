import { listLayers } from "../api/layers.js";
import { answerLayerRequest, askForLayer, listLayerRequests, withdrawLayerRequest } from "../api/sharing.js";
import { day, local, page, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";
import { stateMark } from "./agreement-page.js";
import { shortName } from "./names.js";

/** Layers that were asked for: those of one's own, and those that wait for one's answer. */
export async function showRequests(pane, session) {
  const { requests } = await listLayerRequests();
  const again = () => showRequests(pane, session);
  const mayAsk = session.agency || session.partner;
  const ask = h("button", { class: "button primary", type: "button", "data-testid": "request-ask", text: t("sharing.ask"), onclick: () => askFor(again) });
  const heads = ["sharing.number", "sharing.layer", "sharing.from_", "sharing.owner", "sharing.purpose", "sharing.due", "sharing.state"];
  pane.replaceChildren(
    h("div", { class: "title-line" }, h("p", { class: "hint", text: t("sharing.requestsLead") }), mayAsk ? ask : null),
    table(heads.map((key) => t(key)), requests.map((each) => line(each, again)), t("sharing.noRequests")),
  );
}

function line(request, again) {
  const made = row(
    { id: request.number, "data-testid": request.number },
    h("span", { text: request.number }),
    local(request.title),
    shortName(request.from.name),
    shortName(request.owner.name),
    request.purpose,
    h("span", {}, day(request.due), request.late ? h("b", { class: "form-error", text: ` ${t("sharing.late")}` }) : null),
    state(request, again),
  );
  return made;
}

function state(request, again) {
  return h(
    "div",
    { class: "stack request-state" },
    h("span", {}, stateMark(request), " ", request.agreement ? h("a", { href: page(`/sharing.html#${request.agreement}`), text: request.agreement }) : null),
    request.reason ? h("span", { class: "hint", text: request.reason }) : null,
    request.may_answer ? h("button", { class: "button", type: "button", "data-testid": `answer-${request.number}`, text: t("sharing.answer"), onclick: () => answer(request, again) }) : null,
    request.may_withdraw ? h("button", { class: "text-button", type: "button", text: t("sharing.withdraw"), onclick: () => withdraw(request, again) }) : null,
  );
}

async function withdraw(request, again) {
  try {
    await withdrawLayerRequest(request.number);
    await again();
  } catch (error) {
    notice(explain(error), "error");
  }
}

function answer(request, again) {
  const choice = select("granted", [["yes", t("sharing.grant")], ["no", t("sharing.refuse")]], "yes");
  const reason = input("reason", { required: false, maxlength: "500" });
  const dialog = openDialog(
    { title: t("sharing.answerTitle", { number: request.number }), submit: t("sharing.answer") },
    [h("p", { text: t("sharing.answerWords") }), field(t("sharing.answer"), choice), field(t("sharing.reason"), reason)],
    async () => {
      await answerLayerRequest(request.number, choice.value === "yes", reason.value);
      dialog.close();
      notice(t("sharing.answered"));
      await again();
    },
  );
}

async function askFor(again) {
  try {
    const { layers, offers } = await listLayers();
    const closed = [...(offers ?? []), ...layers.filter((each) => !(each.rights ?? ["DOWNLOAD"]).includes("DOWNLOAD"))];
    const options = closed.map((each) => [each.name, local(each.title)]);
    if (options.length === 0) {
      notice(t("sharing.nothingToAsk"));
      return;
    }
    const layer = select("layer", options, options[0][0]);
    const purpose = input("purpose", { maxlength: "500" });
    const dialog = openDialog(
      { title: t("sharing.ask"), submit: t("sharing.ask") },
      [field(t("sharing.layer"), layer), field(t("sharing.purpose"), purpose)],
      async () => {
        await askForLayer(layer.value, purpose.value);
        dialog.close();
        notice(t("sharing.asked"));
        await again();
      },
    );
  } catch (error) {
    notice(explain(error), "error");
  }
}
