import { readFile } from "node:fs/promises";

export type StatementPair = {
  statement: string;
  paraphrases: string[];
  negations: string[];
  swap: string | null;
  half: "development" | "held out";
};

export async function readStatementPairs(): Promise<StatementPair[]> {
  const lines = (await readFile("test/data/statement-pairs.jsonl", "utf8")).trim().split("\n");
  return lines.map((line) => JSON.parse(line) as StatementPair);
}
