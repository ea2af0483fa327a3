import { t } from "../i18n/i18n.js";
import { startPage } from "../ui/header.js";

startPage();
document.title = `${t("notFound.title")} · 圖館 Tuguan`;
