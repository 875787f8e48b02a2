/**
 * Cuts text into pieces of a size, at the ends of paragraphs where it can, else of sentences. Pieces may overlap, so that
 * what is explained across a cut is whole in one of them.
 */
import { sentencesIn, wordsIn } from "../text/words.ts";

export type ChunkSize = {
  /** Words a piece holds at most; a single longer sentence is a piece by itself. */ sizeWords: number;
  /** Words of whole sentences that a piece repeats of the one before, at most. */ overlapWords: number;
};

type Unit<Block> = { text: string; words: number; opens: boolean; block: Block };

export type Chunk<Block> = { text: string; blocks: Block[] };

function unitsOf<Block extends { text: string }>(blocks: readonly Block[]): Unit<Block>[] {
  return blocks.flatMap((block) =>
    sentencesIn(block.text).map(({ start, end }, nth) => {
      const text = block.text.slice(start, end);
      return { text, words: wordsIn(text).length, opens: nth === 0, block };
    }),
  );
}

const wordsOf = (units: readonly { words: number }[]) => units.reduce((sum, { words }) => sum + words, 0);

function tailOf<Block>(units: readonly Unit<Block>[], most: number): Unit<Block>[] {
  let from = units.length;
  let words = 0;
  while (from > 0 && words + (units[from - 1]?.words ?? 0) <= most) words += units[--from]?.words ?? 0;
  return units.slice(Math.max(from, 1));
}

/** Words of the paragraph that begins at a place. */
function paragraphWords<Block>(units: readonly Unit<Block>[], at: number): number {
  let end = at + 1;
  while (end < units.length && !units[end]?.opens) end += 1;
  return wordsOf(units.slice(at, end));
}

function write<Block>(units: readonly Unit<Block>[]): Chunk<Block> {
  const text = units.map((unit, at) => `${at === 0 ? "" : unit.opens ? "\n" : " "}${unit.text}`).join("");
  return { text, blocks: [...new Set(units.map(({ block }) => block))] };
}

/** The pieces of a text that is given as its paragraphs. */
export function cutIntoChunks<Block extends { text: string }>(
  blocks: readonly Block[],
  { sizeWords, overlapWords }: ChunkSize,
): Chunk<Block>[] {
  const units = unitsOf(blocks);
  const chunks: Chunk<Block>[] = [];
  let piece: Unit<Block>[] = [];
  for (const [at, unit] of units.entries()) {
    // A paragraph that fits into a piece of its own is not cut to fill the rest of this one.
    const paragraph = unit.opens ? paragraphWords(units, at) : 0;
    const needed = paragraph <= sizeWords ? Math.max(paragraph, unit.words) : unit.words;
    if (piece.length > 0 && wordsOf(piece) + needed > sizeWords) {
      chunks.push(write(piece));
      piece = tailOf(piece, Math.min(overlapWords, sizeWords - Math.min(needed, sizeWords)));
    }
    piece.push(unit);
  }
  return piece.length > 0 ? [...chunks, write(piece)] : chunks;
}
