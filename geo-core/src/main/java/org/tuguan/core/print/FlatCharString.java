package org.tuguan.core.print;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Writes the outline of a glyph (Type 2 charstring, Adobe Technical Note 5177) without calls: what
 * subroutines say stands where they were called. For one glyph and one thread.
 */
final class FlatCharString {
  private static final int CALL_LOCAL = 10;
  private static final int RETURN = 11;
  private static final int ESCAPE = 12;
  private static final int END = 14;
  private static final int HINT_MASK = 19;
  private static final int COUNTER_MASK = 20;
  private static final int SHORT = 28;
  private static final int CALL_GLOBAL = 29;
  private static final int DEEPEST = 10;

  /** A number that was pushed, and where it begins in what is written. */
  private record Pushed(int value, int at) {}

  private final CffIndex local;
  private final CffIndex global;
  private final Deque<Pushed> stack = new ArrayDeque<>();
  private byte[] out = new byte[256];
  private int length;
  private int hints;
  private boolean ended;

  private FlatCharString(CffIndex local, CffIndex global) {
    this.local = local;
    this.global = global;
  }

  static byte[] of(ByteBuffer glyph, CffIndex local, CffIndex global) {
    FlatCharString flat = new FlatCharString(local, global);
    flat.run(glyph, 0);
    return Arrays.copyOf(flat.out, flat.length);
  }

  private void run(ByteBuffer from, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("subroutines of a font call each other too deeply");
    }
    ByteBuffer in = from.duplicate();
    while (in.hasRemaining() && !ended) {
      int first = in.get() & 0xff;
      if (first == SHORT || first >= 32) {
        number(first, in);
      } else if (first == CALL_LOCAL || first == CALL_GLOBAL) {
        CffIndex called = first == CALL_LOCAL ? local : global;
        Pushed which = stack.pop();
        length = which.at();
        run(called.get(which.value() + bias(called.count())), depth + 1);
      } else if (first == RETURN) {
        return;
      } else {
        operator(first, in);
      }
    }
  }

  private void operator(int operator, ByteBuffer in) {
    write(operator);
    switch (operator) {
      case 1, 3, 18, 23 -> hints += stack.size() / 2;
      case HINT_MASK, COUNTER_MASK -> {
        hints += stack.size() / 2;
        for (int i = 0; i < (hints + 7) / 8; i++) {
          write(in.get());
        }
      }
      case ESCAPE -> write(in.get());
      case END -> ended = true;
      default -> {
        // Moves and curves only take what is on the stack.
      }
    }
    stack.clear();
  }

  private void number(int first, ByteBuffer in) {
    int at = length;
    write(first);
    int value = 0;
    if (first == SHORT) {
      value = (short) (take(in) << 8 | take(in));
    } else if (first <= 246) {
      value = first - 139;
    } else if (first <= 250) {
      value = (first - 247) * 256 + take(in) + 108;
    } else if (first <= 254) {
      value = -(first - 251) * 256 - take(in) - 108;
    } else {
      value = take(in) << 8 | take(in);
      take(in);
      take(in);
    }
    stack.push(new Pushed(value, at));
  }

  private int take(ByteBuffer in) {
    int next = in.get() & 0xff;
    write(next);
    return next;
  }

  private void write(int value) {
    if (length == out.length) {
      out = Arrays.copyOf(out, 2 * length);
    }
    out[length++] = (byte) value;
  }

  private static int bias(int count) {
    return count < 1_240 ? 107 : count < 33_900 ? 1_131 : 32_768;
  }
}
