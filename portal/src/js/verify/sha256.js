/**
 * SHA-256 (FIPS 180-4) of a file of any size, a piece at a time. The browser's own digest wants the
 * whole file in memory, and is there in secure contexts only.
 */
const PIECE = 1 << 22;
const BLOCK = 64;
const CONSTANTS = new Uint32Array(64);
const START = new Uint32Array(8);

for (let candidate = 2, found = 0; found < 64; candidate++) {
  if (isPrime(candidate)) {
    if (found < 8) {
      START[found] = fraction(Math.sqrt(candidate));
    }
    CONSTANTS[found++] = fraction(Math.cbrt(candidate));
  }
}

function isPrime(number) {
  for (let divisor = 2; divisor * divisor <= number; divisor++) {
    if (number % divisor === 0) {
      return false;
    }
  }
  return true;
}

function fraction(root) {
  return (root - Math.floor(root)) * 2 ** 32;
}

/**
 * @param file a Blob
 * @param progress told the share that has been read, from 0 to 1
 * @returns {Promise<string>} 64 digits in lower case
 */
export async function sha256(file, progress = () => {}) {
  const state = START.slice();
  const words = new Int32Array(64);
  let rest = new Uint8Array(0);
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    const whole = piece.length - (piece.length % BLOCK);
    compress(state, words, piece, whole);
    rest = piece.slice(whole);
    progress(Math.min(1, (at + piece.length) / file.size));
  }
  const end = padded(rest, file.size);
  compress(state, words, end, end.length);
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

/** The last bytes, a one, zeros, and the length in bits. */
function padded(rest, size) {
  const end = new Uint8Array(rest.length < BLOCK - 8 ? BLOCK : 2 * BLOCK);
  end.set(rest);
  end[rest.length] = 0x80;
  new DataView(end.buffer).setBigUint64(end.length - 8, BigInt(size) * 8n);
  return end;
}

function compress(state, words, bytes, length) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < length; at += BLOCK) {
    for (let i = 0; i < 16; i++) {
      words[i] = view.getInt32(at + 4 * i);
    }
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15];
      const y = words[i - 2];
      const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
      const high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
      words[i] = (words[i - 16] + low + words[i - 7] + high) | 0;
    }
    round(state, words);
  }
}

function round(state, words) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const mixed = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + mixed + choice + CONSTANTS[i] + words[i]) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] += word;
  });
}

function turn(word, bits) {
  return (word >>> bits) | (word << (32 - bits));
}
