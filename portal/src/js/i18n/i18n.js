const LANGUAGES = ["zh-TW", "en"];
const REMEMBERED = "tuguan.lang";

/** "zh-TW" or "en": the address decides, then the last choice, then the browser. */
export const lang = chosen();

export const otherLang = lang === "en" ? "zh-TW" : "en";

function chosen() {
  const asked = new URLSearchParams(location.search).get("lang");
  if (LANGUAGES.includes(asked)) {
    localStorage.setItem(REMEMBERED, asked);
    return asked;
  }
  const remembered = localStorage.getItem(REMEMBERED);
  if (LANGUAGES.includes(remembered)) {
    return remembered;
  }
  return navigator.languages.some((each) => each.startsWith("zh")) ? "zh-TW" : "en";
}

/** Only the reader's language is fetched. */
const messages = { ...(await import(`./messages.${lang}.js`)).default };

/**
 * Messages of a plugin's pages, before anything is translated; its keys begin with its id.
 *
 * @param {{"zh-TW": Object<string, string>, en: Object<string, string>}} tables the same keys in both
 */
export function addMessages(tables) {
  Object.assign(messages, tables[lang]);
}

/** The message of a key, {name} replaced by the parameter of that name. */
export function t(key, parameters = {}) {
  const message = messages[key];
  if (message === undefined) {
    throw new Error(`no message ${key}`);
  }
  return message.replace(/\{(\w+)\}/g, (all, name) => String(parameters[name] ?? all));
}

/** The reader's half of a text that the server gives in both languages; one language is as it is. */
export function local(text) {
  if (!text || typeof text === "string") {
    return text ?? "";
  }
  return (lang === "en" ? text.en || text.zh : text.zh || text.en) ?? "";
}

const NUMBERS = new Intl.NumberFormat(lang);

export function number(value) {
  return NUMBERS.format(value);
}

const DAYS = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "Asia/Taipei" });

/** An ISO day or instant, as a day in Taipei; "" for none. */
export function day(iso) {
  return iso ? DAYS.format(new Date(iso)) : "";
}

const MOMENTS = new Intl.DateTimeFormat(lang, {
  dateStyle: "short",
  timeStyle: "medium",
  hourCycle: "h23",
  timeZone: "Asia/Taipei",
});

/** An ISO instant as day and time in Taipei; "" for none. */
export function moment(iso) {
  return iso ? MOMENTS.format(new Date(iso)) : "";
}

/** The address of this page in the other language, everything else kept. */
export function addressIn(language) {
  const address = new URL(location.href);
  const query = address.search.slice(1).split("&");
  const kept = query.filter((each) => each && !each.startsWith("lang="));
  return `${address.pathname}?${[`lang=${language}`, ...kept].join("&")}${address.hash}`;
}

/** Adds the language to a link within the portal. */
export function page(path) {
  const [place, part] = path.split("#");
  const address = `${place}${place.includes("?") ? "&" : "?"}lang=${lang}`;
  return part === undefined ? address : `${address}#${part}`;
}

/**
 * Fills every element that has data-i18n (its text), data-i18n-label (aria-label and title) or
 * data-i18n-placeholder.
 */
export function translatePage() {
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll("[data-i18n]")) {
    element.textContent = t(element.dataset.i18n);
  }
  for (const element of document.querySelectorAll("[data-i18n-label]")) {
    element.setAttribute("aria-label", t(element.dataset.i18nLabel));
    if (element.tagName === "BUTTON") {
      element.title = t(element.dataset.i18nLabel);
    }
  }
  for (const element of document.querySelectorAll("[data-i18n-placeholder]")) {
    element.placeholder = t(element.dataset.i18nPlaceholder);
  }
  for (const element of document.querySelectorAll("[data-lang]")) {
    element.hidden = element.dataset.lang !== lang;
  }
  for (const link of document.querySelectorAll("a[data-page]")) {
    link.href = page(link.getAttribute("href"));
  }
}
