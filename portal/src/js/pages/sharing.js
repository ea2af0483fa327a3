import { getMatrix } from "../api/sharing.js";
import { t } from "../i18n/i18n.js";
import { AgreementList } from "../sharing/agreements.js";
import { networkPicture, sharingMatrix } from "../sharing/network.js";
import { showRequests } from "../sharing/requests.js";
import { byId, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain, notice } from "../ui/notice.js";
import { makeTabs } from "../ui/tabs.js";

document.title = `${t("sharing.title")} · 圖館 Tuguan`;
startPage().then(({ session }) => start(session));

async function start(session) {
  if (session.user === null) {
    byId("sharing-visitor").hidden = false;
    return;
  }
  byId("sharing-work").hidden = false;
  const agreements = new AgreementList(byId("pane-agreements"), session);
  const open = {
    "tab-agreements": () => agreements.show(),
    "tab-requests": () => showRequests(byId("pane-requests"), session),
    "tab-network": showNetwork,
  };
  const select = makeTabs(byId("sharing-tabs"), (id) => quietly(open[id]));
  const goTo = async () => {
    const asked = decodeURIComponent(location.hash.slice(1));
    if (asked.startsWith("S-")) {
      show("agreements");
      await agreements.show();
      await agreements.open(asked);
    } else {
      select(asked.startsWith("R-") || asked === "requests" ? "tab-requests" : asked === "network" ? "tab-network" : "tab-agreements");
    }
  };
  window.addEventListener("hashchange", () => quietly(goTo));
  await quietly(goTo);
}

/** Shows a tab's pane without loading it again. */
function show(name) {
  for (const each of ["agreements", "requests", "network"]) {
    byId(`tab-${each}`).setAttribute("aria-selected", String(each === name));
    byId(`tab-${each}`).tabIndex = each === name ? 0 : -1;
    byId(`pane-${each}`).hidden = each !== name;
  }
}

async function quietly(act) {
  try {
    await act();
  } catch (error) {
    notice(explain(error), "error");
  }
}

async function showNetwork() {
  const matrix = await getMatrix();
  byId("pane-network").replaceChildren(
    ...(matrix.links.length === 0
      ? [h("p", { class: "empty", text: t("sharing.noLinks") })]
      : [h("p", { class: "hint", text: t("sharing.networkLead") }), networkPicture(matrix), h("h2", { text: t("sharing.matrix") }), sharingMatrix(matrix)]),
  );
}
