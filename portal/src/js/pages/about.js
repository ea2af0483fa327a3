import { t } from "../i18n/i18n.js";
import { copyBlock } from "../ui/copy.js";
import { byId } from "../ui/dom.js";
import { startPage } from "../ui/header.js";

startPage();
document.title = `${t("nav.about")} · 圖館 Tuguan`;
byId("addresses").append(
  copyBlock(t("usage.wmsAddress"), `${location.origin}/wms`),
  copyBlock(t("usage.ogcAddress"), `${location.origin}/ogc`),
);
