/**
 * A source inside the fragment of an address, which browsers do not send to any server: packed by `deflate-raw`, or plain
 * where a browser cannot pack, in letters that an address may hold. What comes out of a fragment may come from anybody,
 * so it is bounded before it is unpacked and while it is.
 */
import { maxSourceLength } from "#app/domain/diagrams/graph.ts";

export type ReadFragment = { ok: true; source: string } | { ok: false; message: string };

const packedMark = "#d=";
const plainMark = "#t=";

/** A source of the greatest length, plain, all in signs of three bytes, with a little to spare. */
const longestFragment = maxSourceLength * 4 + 100;
const mostBytes = maxSourceLength * 3;

const broken: ReadFragment = {
  ok: false,
  message: "The link holds no drawing that can be read: a part of it may be missing. Ask for it again.",
};
const tooLong: ReadFragment = {
  ok: false,
  message: `The link holds more than a source may be, ${maxSourceLength.toLocaleString("en")} characters.`,
};
const cannotUnpack: ReadFragment = {
  ok: false,
  message: "This browser cannot unpack the link. Open it in a newer one, or ask for the source itself.",
};

/** The fragment that holds a source, or null where the source is too long to be shared. */
export async function fragmentOf(source: string): Promise<string | null> {
  if (source.length > maxSourceLength) return null;
  const bytes = new TextEncoder().encode(source);
  const packed = await pack(bytes);
  return packed === null ? plainMark + toLetters(bytes) : packedMark + toLetters(packed);
}

/** Whether a fragment means to hold a drawing; any other is none of ours. */
export function holdsDrawing(fragment: string): boolean {
  return fragment.startsWith(packedMark) || fragment.startsWith(plainMark);
}

export async function readFragment(fragment: string): Promise<ReadFragment> {
  if (fragment.length > longestFragment) return tooLong;
  const letters = holdsDrawing(fragment) ? fragment.slice(packedMark.length) : "";
  const bytes = fromLetters(letters);
  if (bytes === null || bytes.length === 0) return broken;
  if (fragment.startsWith(plainMark)) return textOf(bytes);
  if (typeof DecompressionStream === "undefined") return cannotUnpack;
  const unpacked = await unpack(bytes);
  if (unpacked === "too long") return tooLong;
  return unpacked === null ? broken : textOf(unpacked);
}

function textOf(bytes: Uint8Array): ReadFragment {
  try {
    const source = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return source.length > maxSourceLength ? tooLong : { ok: true, source };
  } catch {
    return broken;
  }
}

async function pack(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (typeof CompressionStream === "undefined") return null;
  try {
    const packed = await drain(streamOf(bytes).pipeThrough(new CompressionStream("deflate-raw")), Infinity);
    return packed === "too long" ? null : packed;
  } catch {
    return null;
  }
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array | "too long" | null> {
  try {
    return await drain(streamOf(bytes).pipeThrough(new DecompressionStream("deflate-raw")), mostBytes);
  } catch {
    return null;
  }
}

function streamOf(bytes: Uint8Array): ReadableStream<BufferSource> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(bytes));
      controller.close();
    },
  });
}

/** Everything a stream gives, unless that is more than `most` bytes: a small link may unpack to gigabytes. */
async function drain(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | "too long"> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return "too long";
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function toLetters(bytes: Uint8Array): string {
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromLetters(letters: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(letters)) return null;
  try {
    return Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}
