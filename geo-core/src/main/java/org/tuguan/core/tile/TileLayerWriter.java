package org.tuguan.core.tile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Writes the message of one layer (Mapbox Vector Tile 2.1, section 4.1). For one thread. */
final class TileLayerWriter {
  private static final int NAME = 1;
  private static final int FEATURE = 2;
  private static final int KEYS = 3;
  private static final int VALUES = 4;
  private static final int EXTENT = 5;
  private static final int VERSION = 15;

  private static final int ID = 1;
  private static final int TAGS = 2;
  private static final int TYPE = 3;
  private static final int GEOMETRY = 4;

  private final TileContent content;
  private final ProtoBuffer keys = new ProtoBuffer();
  private final ProtoBuffer values = new ProtoBuffer();
  private final int[] keyNumbers;
  private final int[] valueNumbers;
  private int keyCount;
  private int valueCount;

  TileLayerWriter(TileContent content) {
    this.content = content;
    this.keyNumbers = new int[content.layer().attributes().size()];
    this.valueNumbers = new int[content.values().size()];
    Arrays.fill(keyNumbers, -1);
    Arrays.fill(valueNumbers, -1);
  }

  /** Only keys and values that are used get in. */
  ProtoBuffer write(BitSet chosen) {
    ProtoBuffer layer = new ProtoBuffer();
    layer.text(NAME, content.layer().name());
    ProtoBuffer message = new ProtoBuffer();
    ProtoBuffer tags = new ProtoBuffer();
    List<TileFeature> features = content.features();
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      message.clear();
      tags.clear();
      write(features.get(i), message, tags);
      layer.message(FEATURE, message);
    }
    layer.append(keys);
    layer.append(values);
    layer.number(EXTENT, TileGrid.EXTENT);
    layer.number(VERSION, 2);
    return layer;
  }

  private void write(TileFeature feature, ProtoBuffer message, ProtoBuffer tags) {
    if (feature.id() >= 0) {
      message.number(ID, feature.id());
    }
    for (int i = 0; i < keyNumbers.length; i++) {
      int value = feature.values()[i];
      if (value >= 0) {
        tags.varint(key(i));
        tags.varint(value(value));
      }
    }
    if (tags.size() > 0) {
      message.message(TAGS, tags);
    }
    message.number(TYPE, feature.kind());
    message.message(GEOMETRY, feature.geometry());
  }

  private int key(int attribute) {
    if (keyNumbers[attribute] < 0) {
      keyNumbers[attribute] = keyCount++;
      keys.text(KEYS, content.layer().attributes().get(attribute));
    }
    return keyNumbers[attribute];
  }

  private int value(int candidate) {
    if (valueNumbers[candidate] < 0) {
      valueNumbers[candidate] = valueCount++;
      values.message(VALUES, content.values().message(candidate));
    }
    return valueNumbers[candidate];
  }
}
