import { listGrants, takeGrant } from "../api/grants.js";
import { day, local, t } from "../i18n/i18n.js";
import { rightsText } from "../layers/rights.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { openGiving } from "./grant-form.js";
import { effectOf } from "./grant-effect.js";

/** "Who may use it": for those who manage the layer. */
export class LayerRights {
  #layer;
  #catalog;
  #roles = [];
  #body = h("tbody");
  #empty = h("p", { class: "empty", hidden: true, text: t("rights.none") });

  constructor(layer, catalog, parent) {
    this.#layer = layer;
    this.#catalog = catalog;
    const give = h("button", {
      class: "button primary",
      type: "button",
      "data-testid": "grant-add",
      text: t("rights.give"),
      onclick: () => this.#give(),
    });
    const heads = ["rights.to", "rights.which", "rights.where", "rights.when"];
    parent.append(
      h(
        "section",
        { id: "rights", class: "rights", tabindex: "-1", "data-testid": "rights" },
        h("div", { class: "title-line" }, h("h2", { text: t("rights.title") }), h("div", { class: "actions" }, give)),
        h("p", { class: "hint", text: t("rights.lead") }),
        h(
          "div",
          { class: "table-frame", tabindex: "0", role: "region", "aria-label": t("rights.title") },
          h("table", { class: "grid" },
            h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })), h("th", {},
              h("span", { class: "visually-hidden", text: t("rights.actions") })))),
            this.#body),
        ),
        this.#empty,
      ),
    );
    if (location.hash === "#rights") {
      parent.lastElementChild.scrollIntoView();
      parent.lastElementChild.focus({ preventScroll: true });
    }
    listGrants(layer.name).then(
      ({ grants, roles }) => {
        this.#roles = roles;
        this.#show(grants);
      },
      (error) => notice(explain(error), "error"),
    );
  }

  #show(grants) {
    this.#body.replaceChildren(...grants.map((grant) => this.#row(grant)));
    this.#empty.hidden = grants.length > 0;
  }

  #row(grant) {
    const name = local(grant.grantee.name);
    const take = h("button", {
      class: "button",
      type: "button",
      "data-testid": `grant-remove-${grant.id}`,
      "aria-label": t("rights.takeFrom", { name }),
      text: t("rights.take"),
      onclick: () => this.#take(grant),
    });
    return h(
      "tr",
      {},
      h("td", {}, name, " ", grant.grantee.id ? h("span", { class: "hint", text: t(`grantee.${grant.grantee.kind}`) }) : null),
      h("td", { text: rightsText(grant.rights) }),
      h("td", { text: grant.box ? boxText(grant.box) : t("rights.everywhere") }),
      h("td", { text: daysText(grant) }),
      h("td", {}, grant.agreement ? t("rights.byAgreement", { id: grant.agreement }) : take),
    );
  }

  #give() {
    openGiving(this.#layer, this.#catalog, this.#roles, (grants) => {
      this.#show(grants);
      notice(t("rights.given"));
    });
  }

  async #take(grant) {
    try {
      const { effect } = await takeGrant(this.#layer.name, grant.id, true);
      const words = {
        title: t("rights.takeTitle", { name: local(grant.grantee.name) }),
        submit: t("rights.take"),
        danger: true,
        kind: "wide",
      };
      const dialog = openDialog(words, effectOf(effect), async () => {
        const { grants } = await takeGrant(this.#layer.name, grant.id, false);
        dialog.close();
        this.#show(grants);
        notice(t("rights.taken"));
      });
    } catch (error) {
      notice(explain(error), "error");
    }
  }
}

function boxText([west, south, east, north]) {
  return [west, south, east, north].map((value) => value.toFixed(3)).join(", ");
}

function daysText({ from, until }) {
  if (!from && !until) {
    return t("rights.always");
  }
  return t("rights.days", { from: day(from) || "…", until: day(until) || "…" });
}
