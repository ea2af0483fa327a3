package org.tuguan.core.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Chooses the features that fit and writes the tile. For one thread.
 *
 * <p>The largest are taken first. One that does not fit is left out; when the tile is nearly full,
 * so are all that are smaller.
 */
final class TileAssembly {
  private static final int LAYER = 3;

  /** What is around the texts of a layer, at most. */
  private static final int LAYER_BYTES = 24;

  /** What is around a key or a value, at most. */
  private static final int TEXT_BYTES = 6;

  private static final double NEARLY_FULL = 0.95;

  private final List<TileContent> contents;
  private final int maxBytes;
  private final List<BitSet> chosen = new ArrayList<>();
  private int features;
  private int skipped;
  private int offered;

  TileAssembly(List<TileContent> contents, int maxBytes) {
    this.contents = contents;
    this.maxBytes = maxBytes;
    for (TileContent content : contents) {
      chosen.add(new BitSet());
      skipped += content.skipped();
      offered += content.features().size();
    }
    if (everythingFits()) {
      chooseAll();
    } else {
      choose();
    }
  }

  /** True for most tiles; then nothing has to be put in order. */
  private boolean everythingFits() {
    long total = 0;
    for (TileContent content : contents) {
      total += layerBytes(content.layer());
      for (int i = 0; i < content.values().size(); i++) {
        total += TEXT_BYTES + content.values().message(i).length;
      }
      for (TileFeature feature : content.features()) {
        total += bytes(content, feature);
      }
    }
    return total <= maxBytes;
  }

  private void chooseAll() {
    for (int i = 0; i < contents.size(); i++) {
      chosen.get(i).set(0, contents.get(i).features().size());
    }
    features = offered;
  }

  /** Features that were not read for lack of room. */
  int skipped() {
    return skipped;
  }

  private void choose() {
    List<TileFeature> all = new ArrayList<>(offered);
    contents.forEach(content -> all.addAll(content.features()));
    int[] layers = new int[offered];
    int[] starts = new int[contents.size()];
    List<BitSet> known = new ArrayList<>();
    long total = 0;
    int next = 0;
    for (int i = 0; i < contents.size(); i++) {
      starts[i] = next;
      next += contents.get(i).features().size();
      Arrays.fill(layers, starts[i], next, i);
      known.add(new BitSet());
      total += layerBytes(contents.get(i).layer());
    }
    for (int at : TileOrder.largestFirst(all)) {
      int layer = layers[at];
      TileContent content = contents.get(layer);
      long more = bytes(content, all.get(at)) + fresh(content, all.get(at), known.get(layer));
      if (total + more <= maxBytes) {
        total += more;
        features++;
        chosen.get(layer).set(at - starts[layer]);
        take(all.get(at), known.get(layer));
      } else if (total > NEARLY_FULL * maxBytes) {
        return;
      }
    }
  }

  private static long layerBytes(VectorTileLayer layer) {
    long total = LAYER_BYTES + 3L * layer.name().length();
    for (String attribute : layer.attributes()) {
      total += TEXT_BYTES + 3L * attribute.length();
    }
    return total;
  }

  /** Never less than what the feature takes, without its values. */
  private static long bytes(TileContent content, TileFeature feature) {
    int place = ProtoBuffer.varintBytes(content.values().size());
    int tags = 0;
    for (int i = 0; i < feature.values().length; i++) {
      tags += feature.values()[i] >= 0 ? ProtoBuffer.varintBytes(i) + place : 0;
    }
    int geometry = feature.geometry().length;
    long message = 3L + ProtoBuffer.varintBytes(geometry) + geometry;
    message += tags == 0 ? 0 : 1 + ProtoBuffer.varintBytes(tags) + tags;
    message += feature.id() < 0 ? 0 : 1 + ProtoBuffer.varintBytes(feature.id());
    return 1 + ProtoBuffer.varintBytes(message) + message;
  }

  /** What the values take that no other feature has had. */
  private static long fresh(TileContent content, TileFeature feature, BitSet known) {
    long fresh = 0;
    for (int value : feature.values()) {
      fresh +=
          value < 0 || known.get(value) ? 0 : TEXT_BYTES + content.values().message(value).length;
    }
    return fresh;
  }

  private static void take(TileFeature feature, BitSet known) {
    for (int value : feature.values()) {
      if (value >= 0) {
        known.set(value);
      }
    }
  }

  VectorTile tile() {
    ProtoBuffer body = new ProtoBuffer();
    for (int i = 0; i < contents.size(); i++) {
      if (!chosen.get(i).isEmpty()) {
        body.message(LAYER, new TileLayerWriter(contents.get(i)).write(chosen.get(i)));
      }
    }
    return new VectorTile(body.toBytes(), features, offered - features + skipped);
  }
}
