import { verify } from "../api/verifications.js";
import { local, moment, t } from "../i18n/i18n.js";
import { fileChooser } from "../import/file-chooser.js";
import { byId, h } from "../ui/dom.js";
import { field, form, input } from "../ui/fields.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { sha256 } from "../verify/sha256.js";

startPage();
document.title = `${t("verify.title")} · 圖館 Tuguan`;

const answers = byId("answers");
const progress = h("p", { class: "hint", role: "status" });

byId("work").append(
  fileChooser(verifyFiles, {
    id: "verify-file",
    accept: "",
    choose: t("verify.choose"),
    hint: t("verify.hint"),
  }),
  progress,
  form({ id: "verify-form", submit: t("verify.submit"), explain }, [hashField()], (values) =>
    ask(values.sha256.trim().toLowerCase(), ""),
  ),
);

function hashField() {
  const properties = { pattern: "\\s*[0-9a-fA-F]{64}\\s*", autocomplete: "off", spellcheck: "false" };
  return field(t("verify.hash"), input("sha256", properties));
}

async function verifyFiles(files) {
  answers.replaceChildren();
  for (const file of files) {
    try {
      const hash = await sha256(file, (share) => {
        progress.textContent = t("verify.working", {
          name: file.name,
          percent: Math.floor(100 * share),
        });
      });
      await ask(hash, file.name);
    } catch (error) {
      const words = `${file.name}: ${explain(error)}`;
      answers.append(h("p", { class: "callout error", role: "alert", text: words }));
    }
  }
  progress.textContent = "";
}

async function ask(hash, name) {
  const { genuine, files } = await verify(hash);
  answers.prepend(
    h(
      "section",
      { class: `callout${genuine ? "" : " warn"}`, role: "status", "data-testid": "verdict" },
      h("h2", { text: t(genuine ? "verify.genuine" : "verify.unknown") }),
      name ? h("p", { text: name }) : null,
      genuine ? files.map(facts) : h("p", { class: "hint", text: t("verify.unknownHint") }),
      h("p", { class: "hint hash" }, `${t("verify.sum")} `, h("code", { text: hash })),
    ),
  );
}

function facts(file) {
  const licence = `${file.licence} · ${t(`verify.${file.validity}`)}`;
  const rows = [
    ["verify.product", file.products.map(local).join(" · ")],
    ["verify.licensor", local(file.licensor)],
    ["verify.made", moment(file.made)],
    ["verify.licence", licence],
    ["verify.path", file.whole ? t("verify.package") : file.path],
  ];
  return h(
    "dl",
    { class: "facts-list" },
    rows.map(([key, value]) => [h("dt", { text: t(key) }), h("dd", { text: value })]).flat(),
  );
}
