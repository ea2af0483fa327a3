package org.tuguan.core.exports;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;

/**
 * The values of a feature as FlatGeobuf packs them: number of the column, then the value; those
 * that are missing are left out. For one thread.
 */
final class FlatGeobufValues {
  private static final int WIDEST_NUMBER = 2 + 8;

  private final int columns;
  private ByteBuffer packed = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);

  FlatGeobufValues(List<Attribute> columns) {
    this.columns = columns.size();
  }

  /**
   * @return where they lie in the builder
   */
  int write(Feature feature, FlatBufferBuilder builder) {
    packed.clear();
    for (int i = 0; i < columns; i++) {
      Object value = Columns.value(feature, i);
      if (value != null) {
        put(i, value);
      }
    }
    return builder.createByteVector(packed.array(), 0, packed.position());
  }

  private void put(int column, Object value) {
    if (value instanceof Long number) {
      start(column, WIDEST_NUMBER).putLong(number);
    } else if (value instanceof Double number) {
      start(column, WIDEST_NUMBER).putDouble(number);
    } else if (value instanceof Boolean truth) {
      start(column, WIDEST_NUMBER).put((byte) (truth ? 1 : 0));
    } else {
      byte[] text = text(value).getBytes(StandardCharsets.UTF_8);
      start(column, 2 + 4 + text.length).putInt(text.length).put(text);
    }
  }

  private static String text(Object value) {
    return value instanceof OffsetDateTime time
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)
        : value.toString();
  }

  private ByteBuffer start(int column, int size) {
    if (packed.remaining() < size) {
      ByteBuffer larger =
          ByteBuffer.allocate(2 * packed.capacity() + size).order(ByteOrder.LITTLE_ENDIAN);
      packed = larger.put(packed.flip());
    }
    return packed.putShort((short) column);
  }
}
