package org.tuguan.api.wms;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.api.Parameters;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.sharing.UsedOperation;

/**
 * One request on its way.
 *
 * @param version that was asked for, or negotiated
 * @param catalog the snapshot this request sees
 * @param server root of the server as the caller sees it, without a slash at the end
 * @param path of this service under the root, with the key in it if one was used
 * @param locale in which people are answered where one language must be chosen
 */
record WmsCall(
    Parameters parameters,
    WmsVersion version,
    Catalog catalog,
    String server,
    String path,
    Locale locale) {
  WmsCall {
    Objects.requireNonNull(parameters);
    Objects.requireNonNull(version);
    Objects.requireNonNull(catalog);
    Objects.requireNonNull(server);
    Objects.requireNonNull(path);
    Objects.requireNonNull(locale);
  }

  /** Says to the ledger what is given out. */
  static void note(
      String operation, String mediaType, List<LayersParser.Chosen> layers, MapArea area) {
    UsageNotes.served(
        UsedOperation.of("WMS", operation, mediaType),
        layers.stream().map(each -> each.layer().name()).toList(),
        Optional.of(area.bounds()));
  }

  /** The address to which parameters are appended; ends in a question mark. */
  String prefix() {
    return server + path + "?";
  }
}
