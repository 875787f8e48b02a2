/**
 * Whether a text says of one thing what the statement says of another. Each word has a company: the words of its
 * clause. Where two words of a statement have changed companies in the text ("A is faster than
 * B" against "B is faster than A"), they have been exchanged; a comparison by the opposite ("B is slower than A") turns the sides back.
 */
import type { Token } from "../text/reading.ts";

/** A word in a clause: which entry it stands for, and whether it says its opposite. */
export type Standing = { entry: number; isOpposite: boolean; token: Token };

/**
 * The entries that share a clause with a word: 3n, or in a clause that compares 3n + 1 where the word stands before "than"
 * and 3n + 2 where it stands after.
 */
export type Company = ReadonlyMap<number, ReadonlySet<number>>;

const nearest = 8;

function note(company: Map<number, Set<number>>, entry: number, item: number): void {
  const known = company.get(entry);
  if (known) known.add(item);
  else company.set(entry, new Set([item]));
}

const comparative = /^(?:more|less|fewer|better|worse|\p{L}{2,}er)$/u;

/** Which words of a clause carry its comparison, and whether "less" turns them. */
function hingesIn(clause: readonly Token[], than: number): ReadonlyMap<Token, boolean> {
  const hinges = new Map<Token, boolean>();
  for (const [at, token] of clause.slice(0, than).entries()) {
    const isLess = clause[at - 1]?.text === "less";
    if (comparative.test(token.text) || isLess || clause[at - 1]?.text === "more") hinges.set(token, isLess);
  }
  return hinges;
}

function noteClause(company: Map<number, Set<number>>, clause: readonly Token[], standing: readonly Standing[]): void {
  const than = clause.findIndex(({ text }) => text === "than");
  const hinges = hingesIn(clause, Math.max(0, than));
  const sideOf = ({ token }: Standing) => (than < 0 ? 0 : clause.indexOf(token) < than ? 1 : 2);
  const noteBeside = (one: Standing, other: Standing) => {
    const isLess = hinges.get(other.token);
    if (isLess !== undefined) {
      const side = other.isOpposite === isLess ? sideOf(one) : 3 - sideOf(one);
      note(company, one.entry, 3 * other.entry + side);
    } else if (!other.isOpposite && sideOf(one) === sideOf(other)) note(company, one.entry, 3 * other.entry);
  };
  for (const [at, one] of standing.entries()) {
    for (const other of standing.slice(at + 1, at + 1 + nearest)) {
      if (other.entry === one.entry) continue;
      noteBeside(one, other);
      noteBeside(other, one);
    }
  }
}

/** Content words from which a part of a clause joined by "and" stands by itself. */
const longPart = 3;

function isLong(part: readonly Token[]): boolean {
  return part.filter(({ isContent }) => isContent).length >= longPart;
}

/** The company of every entry in a run of tokens. */
export function companyIn(
  tokens: readonly Token[],
  standingAt: (at: number) => Standing | null,
  range: { from: number; to: number },
): Company {
  const company = new Map<number, Set<number>>();
  let [clause, standing]: [Token[], Standing[]] = [[], []];
  for (let at = range.from; at < range.to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (
      clause[0] &&
      (clause[0].clause !== token.clause ||
        (token.text === "and" &&
          isLong(clause) &&
          isLong(tokens.slice(at, range.to).filter((next) => next.clause === token.clause))))
    ) {
      noteClause(company, clause, standing);
      [clause, standing] = [[], []];
    }
    clause.push(token);
    const found = standingAt(at);
    if (found) standing.push(found);
  }
  noteClause(company, clause, standing);
  return company;
}

const nobody: ReadonlySet<number> = new Set();

/** What tells the company of one word from that of another: the sides of a comparison if there are any, else its own. */
function telling(of: ReadonlySet<number>, other: ReadonlySet<number>, without: number): number[] {
  const own = [...of].filter((item) => !other.has(item) && Math.floor(item / 3) !== without);
  const sides = own.filter((item) => item % 3 !== 0);
  return sides.length > 0 ? sides : own;
}

function kept(items: readonly number[], found: ReadonlySet<number>): number {
  return items.length === 0 ? 0 : items.filter((item) => found.has(item)).length / items.length;
}

/** Share of the other's company each of two words must keep before they can have been exchanged. */
const surelySwapped = 0.6;

/** How surely two words of the statement have changed places in the text, 0 to 1. */
export function exchanged(stated: Company, said: Company): number {
  const entries = [...stated.keys()].filter((entry) => said.has(entry));
  let worst = 0;
  for (const [at, a] of entries.entries()) {
    for (const b of entries.slice(at + 1)) {
      const [statedA, statedB] = [stated.get(a) ?? nobody, stated.get(b) ?? nobody];
      const [saidA, saidB] = [said.get(a) ?? nobody, said.get(b) ?? nobody];
      const [ofA, ofB] = [telling(statedA, statedB, b), telling(statedB, statedA, a)];
      const [aAsB, bAsA] = [kept(ofA, saidB), kept(ofB, saidA)];
      if (Math.min(aAsB, bAsA) < surelySwapped) continue;
      const same = (kept(ofA, saidA) + kept(ofB, saidB)) / 2;
      worst = Math.max(worst, (aAsB + bAsA) / 2 - same);
    }
  }
  return worst;
}
