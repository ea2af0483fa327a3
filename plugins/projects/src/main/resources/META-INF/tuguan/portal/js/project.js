import { day, number, page, t } from "/js/i18n/i18n.js";
import { today } from "/js/sharing/days.js";
import { h } from "/js/ui/dom.js";
import { explain, notice } from "/js/ui/notice.js";
import { row, table } from "/js/ui/table.js";
import { getProject, saveCheckPoints } from "./api.js";
import { askProgress, editProject } from "./project-form.js";

export function stageOf({ stages }) {
  return ["completed", "started", "awarded", "tendered"].find((each) => stages[each]) ?? "planned";
}

/** All that is known of one project. */
export async function projectView(id, { writes, agencies, names, again }) {
  const { project, check_points: points, progress } = await getProject(id);
  const curve = h("canvas", { role: "img", "aria-label": t("projects.curve") });
  const city = progress.filter((each) => each.system === "CITY");
  requestAnimationFrame(() => city.length && drawCurve(curve, city));
  return [
    h("p", {}, h("a", { href: "#", "data-testid": "back", text: t("projects.back") })),
    h("h1", { text: project.title }),
    facts(project, names),
    h(
      "p",
      { class: "actions start" },
      writes ? button("projects.enter", () => askProgress(project, again)) : null,
      writes ? button("projects.edit", () => editProject(project, agencies, again)) : null,
      project.lon ? mapLink(project) : null,
    ),
    h("h2", { text: t("projects.progress") }),
    city.length ? h("div", { class: "curve" }, curve) : null,
    progressTable(progress),
    h("h2", { text: t("projects.points") }),
    pointTable(project, points, writes, again),
  ];
}

function mapLink(project) {
  const at = `#16/${project.lat.toFixed(5)}/${project.lon.toFixed(5)}`;
  return h("a", { class: "button", href: `${page("/")}${at}`, text: t("projects.map") });
}

function button(key, act) {
  const made = h("button", { class: "button", type: "button", "data-testid": key, text: t(key) });
  made.addEventListener("click", act);
  return made;
}

function facts(project, names) {
  const { money, stages, people } = project;
  const rows = [
    ["number", project.number],
    ["agency", names.get(project.agency) ?? project.agency],
    ["kind", t(`projects.${project.kind}`)],
    ["stage", t(`projects.stage.${stageOf(project)}`)],
    ["budget", number(money.budget)],
    ["spent", number(money.spent)],
    ["officer", people.officer],
    ["manager", people.manager],
    ["tender_due", day(stages.tender_due)],
    ["awarded", day(stages.awarded) || "—"],
    ["started", day(stages.started) || "—"],
    ["completed", day(stages.completed) || "—"],
  ];
  return h("dl", { class: "facts" }, rows.flatMap(([key, text]) => [h("dt", { text: t(`projects.${key}`) }), h("dd", { text })]));
}

function progressTable(progress) {
  const heads = ["month", "system", "planned", "actual", "deviation", "reason", "inTime"].map((each) => t(`projects.${each}`));
  const rows = [...progress].reverse().map((each) =>
    row(
      {},
      each.month,
      t(`projects.${each.system}`),
      `${each.planned}%`,
      `${each.actual}%`,
      `${each.deviation > 0 ? "+" : ""}${each.deviation}`,
      each.reason,
      each.in_time ? t("projects.inTime") : t("projects.tooLate", { due: day(each.due) }),
    ),
  );
  return table(heads, rows, t("projects.noProgress"));
}

function pointTable(project, points, writes, again) {
  const now = today();
  const heads = ["point", "planned", "reached"].map((each) => t(`projects.${each}`));
  const rows = points.map((each) => row({}, each.title, day(each.planned), reached(each)));
  return table(heads, rows, t("projects.nothing"));

  function reached(point) {
    if (point.reached) {
      return day(point.reached);
    }
    const late = point.planned < now ? h("span", { class: "badge", text: t("projects.latePoint") }) : null;
    if (!writes) {
      return late ?? "—";
    }
    const mark = button("projects.reachedToday", async () => {
      try {
        await saveCheckPoints(project, points.map((each) => (each === point ? { ...each, reached: now } : each)));
      } catch (error) {
        notice(explain(error), "error");
      }
      again();
    });
    return h("span", {}, late, " ", mark);
  }
}

function drawCurve(canvas, progress) {
  const line = (label, key, color, dash) => ({
    label,
    data: progress.map((each) => each[key]),
    borderColor: color,
    backgroundColor: color,
    borderDash: dash,
    pointStyle: dash.length ? "rect" : "circle",
    tension: 0,
  });
  new window.Chart(canvas, {
    type: "line",
    data: {
      labels: progress.map((each) => each.month),
      datasets: [line(t("projects.planned"), "planned", "#7a5c00", [6, 4]), line(t("projects.actual"), "actual", "#1f6f8b", [])],
    },
    options: { maintainAspectRatio: false, animation: false, scales: { y: { min: 0, max: 100 } } },
  });
}
