import { findDelivery, makeLink, revokeLink } from "../api/deliveries.js";
import { day, local, moment, number, page, t } from "../i18n/i18n.js";
import { copyText } from "../ui/copy.js";
import { crsName, formatName } from "../ui/data-words.js";
import { h, keepFocus } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { fileSize } from "./words.js";

const SINCE = new Set(["PAID", "PRODUCING", "READY", "DELIVERED", "CLOSED", "REFUNDED"]);
const BEFORE_READY = new Set(["PAID", "PRODUCING"]);
const ASK_MS = 1_500;

/**
 * The package: how far it has come, then its links; null before anything is to be made.
 *
 * @param actions kept: what outlives a page that shows itself again, since a new link is shown only once;
 *     reload: shows the application as it is now
 */
export function deliveryPart(application, mine, { kept, reload }) {
  if (!SINCE.has(application.state)) {
    return null;
  }
  kept.package ??= new Package(mine, reload);
  kept.package.application = application;
  kept.package.follow();
  return kept.package.element;
}

class Package {
  /** As the page knows it now. */
  application = null;
  #body = h("div", {});
  #mine;
  #reload;
  #fresh = null;
  #asks = 0;
  element = h("section", { class: "part", "data-testid": "delivery" }, h("h2", { text: t("delivery.title") }), this.#body);

  constructor(mine, reload) {
    this.#mine = mine;
    this.#reload = reload;
  }

  /** Asks again while it is being made, as long as the page shows it. */
  async follow() {
    const ask = ++this.#asks;
    try {
      const delivery = await findDelivery(this.application.number);
      if (ask !== this.#asks) {
        return;
      }
      this.element.hidden = this.application.state === "REFUNDED" && delivery?.state !== "READY";
      if (this.element.hidden) {
        return;
      }
      this.#show(delivery);
      if (delivery?.state === "READY" && BEFORE_READY.has(this.application.state)) {
        await this.#reload();
      } else if (delivery === null || delivery.state === "WAITING" || delivery.state === "MAKING") {
        setTimeout(() => ask === this.#asks && this.#body.isConnected && this.follow(), ASK_MS);
      }
    } catch (error) {
      this.#body.replaceChildren(h("p", { class: "form-error", text: explain(error) }));
    }
  }

  #show(delivery) {
    keepFocus(this.#body, () =>
      this.#body.replaceChildren(
        this.#progress(delivery),
        delivery?.licence?.revoked_reason
          ? h("p", { class: "callout warn", "data-testid": "licence-revoked",
            text: t("delivery.revokedFor", { reason: delivery.licence.revoked_reason }) })
          : "",
        ...(delivery?.state === "READY" ? [this.#links(delivery), contents(delivery, this.application)] : []),
      ));
  }

  #progress(delivery) {
    const state = delivery?.state ?? "WAITING";
    const words = h("p", { role: "status", "data-testid": "delivery-state", "data-state": state },
      h("b", { text: t(`delivery.${state}`) }),
      delivery?.attempt > 1 ? ` ${t("delivery.retry", { attempt: delivery.attempt })}` : "",
      delivery?.error && state !== "READY" ? h("span", { class: "under", text: local(delivery.error) }) : null);
    if (state !== "MAKING") {
      return words;
    }
    const { features_done: done, features_expected: all } = delivery;
    const progress = h("progress", { max: String(Math.max(all, 1)), value: String(done), "aria-label": t("delivery.MAKING") });
    return h("div", {}, words, progress, h("p", { class: "hint", text: t("delivery.progress", { done: number(done), all: number(all) }) }));
  }

  #links(delivery) {
    const valid = delivery.licence?.validity === "VALID";
    const make = h("button", { class: "button primary", type: "button", "data-testid": "make-link", text: t("delivery.makeLink") });
    make.addEventListener("click", async () => {
      make.disabled = true;
      try {
        this.#fresh = await makeLink(this.application.number);
        this.#asks++;
        this.#show(await findDelivery(this.application.number));
        this.#body.querySelector("[data-testid=download]").focus();
      } catch (error) {
        notice(explain(error), "error");
        make.disabled = false;
      }
    });
    return h("div", { class: "stack" },
      this.#fresh ? freshLink(this.#fresh) : null,
      this.#mine && valid ? h("div", { class: "actions start" }, make) : null,
      delivery.links.length ? h("ul", { class: "links", "data-testid": "links" }, delivery.links.map((each) => this.#link(each))) : null);
  }

  #link(link) {
    const over = new Date(link.expires) < new Date();
    const words = {
      created: moment(link.created),
      left: number(link.downloads_left),
      expires: moment(link.expires),
    };
    const key = link.revoked ? "delivery.linkRevoked" : over ? "delivery.linkOver" : "delivery.link";
    const revoke = h("button", { class: "text-button", type: "button", text: t("delivery.revoke") });
    revoke.addEventListener("click", async () => {
      try {
        this.#fresh = this.#fresh?.id === link.id ? null : this.#fresh;
        this.#show(await revokeLink(this.application.number, link.id));
        this.#body.querySelector("[data-testid=make-link]")?.focus();
      } catch (error) {
        notice(explain(error), "error");
      }
    });
    return h("li", {}, t(key, words), " ", link.revoked || over || !this.#mine ? null : revoke);
  }
}

function freshLink(link) {
  const address = new URL(link.href, location.href).href;
  const copy = h("button", { class: "button", type: "button", "data-testid": "copy-link", text: t("copy.link"), onclick: () => copyText(address) });
  return h("div", { class: "callout" }, h("p", { text: t("delivery.newLink") }),
    h("div", { class: "actions start" }, h("a", { class: "button primary", href: link.href, download: "", "data-testid": "download", text: t("delivery.download") }), copy));
}

function dataWords({ layer, format, crs, features, drifted }, { layers }) {
  const title = local(layers.find((each) => each.layer === layer)?.title) || layer;
  const facts = [formatName(format), crsName(crs), t("app.features", { count: number(features) }), drifted ? t("delivery.drifted") : ""];
  return `${title}（${facts.filter(Boolean).join(t("list.separator"))}）`;
}

function contents(delivery, application) {
  const { licence } = delivery;
  const facts = [
    ["delivery.licence", licence ? [licence.number, local(licence.licensor), t(`delivery.${licence.validity}`),
      licence.until ? t("delivery.licenceUntil", { day: day(licence.until) }) : t("delivery.noEnd")].join(" · ") : ""],
    ["delivery.made", moment(delivery.made)],
    ["price.size", fileSize(delivery.bytes)],
    ["delivery.contents", delivery.data.map((each) => dataWords(each, application)).join("; ")],
    ["delivery.hash", delivery.sha256],
  ].filter(([, value]) => value);
  const [before, after] = t("delivery.verify", { page: "\n" }).split("\n");
  return h("div", { class: "package" },
    h("dl", { class: "facts-list" }, facts.flatMap(([key, value]) => [h("dt", { text: t(key) }), h("dd", { text: value })])),
    h("p", { class: "hint", "data-testid": "verify-hint" }, before, h("a", { href: page("/verify.html"), text: "/verify" }), after));
}
