import { longestQuery } from "#app/domain/retrieval/query-limit.ts";
import type { EmptyQuery } from "#app/domain/retrieval/query.ts";
import { searchModes, type SearchMode } from "#app/domain/retrieval/search.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";
import { searchMaterial, type SearchResult } from "#app/services/retrieval/search-material.server.ts";
import { readArguments } from "./arguments.ts";
import { UsageError, type Command, type Outcome } from "./command.ts";

const usage = "search <query> [--mode lexical|dense|hybrid] [--limit n]";
const defaultLimit = 10;
const mostResults = 100;

function readMode(given: string | undefined): SearchMode {
  const mode = searchModes.find((each) => each === (given ?? "hybrid"));
  if (!mode) throw new UsageError(`--mode is ${given}, but must be one of ${searchModes.join(", ")}.`);
  return mode;
}

function readLimit(given: string | undefined): number {
  if (given === undefined) return defaultLimit;
  const limit = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (limit >= 1 && limit <= mostResults) return limit;
  throw new UsageError(`--limit is ${given}, but must be a whole number from 1 to ${mostResults}.`);
}

/** What cannot be searched for at all is wrong input; what merely finds nothing is an answer. */
function explainRefusal(reason: EmptyQuery, query: string): string {
  switch (reason) {
    case "nothing":
      return `The query holds nothing to search for. Usage: tradeoff ${usage}`;
    case "too-long":
      return `The query has ${query.length} characters, but may have ${longestQuery} at most: shorten it to what you want to know.`;
    case "common-words":
      return "The query holds only words that stand everywhere: name what it is about.";
    case "other-script":
      return "The material is in English, and the query holds no word in Latin letters.";
  }
}

function describe({ page, section, title, heading, snippet, sources }: SearchResult): string {
  const cited = sources.length > 0 ? `\n  ${sources.join(", ")}` : "";
  return `${title}: ${heading}  (${page}#${section})\n  ${snippet.text}${cited}\n`;
}

function outcomeOf(results: readonly SearchResult[]): Outcome {
  return {
    exitCode: results.length > 0 ? 0 : 1,
    json: results.map(({ page, section, title, heading, snippet, score, sources }) => ({
      page,
      section,
      title: `${title}: ${heading}`,
      snippet: snippet.text,
      score: Math.round(score * 10_000) / 10_000,
      sources,
    })),
    text: results.length > 0 ? results.map(describe).join("\n") : "No good match in the material.\n",
  };
}

export const search: Command = {
  usage,
  does: "searches the material",
  async run(args) {
    const { values, positionals } = readArguments(args, { mode: { type: "string" }, limit: { type: "string" } }, usage);
    const query = positionals.join(" ");
    if (positionals.length === 0) throw new UsageError(`Name what to search for. Usage: tradeoff ${usage}`);
    const options = { mode: readMode(values.mode), limit: readLimit(values.limit), untilReady: true };
    try {
      const found = await searchMaterial(null, query, options);
      if (found.kind === "refused") {
        const why = explainRefusal(found.reason, query);
        if (found.reason === "nothing" || found.reason === "too-long") throw new UsageError(why);
        process.stderr.write(`${why}\n`);
        return outcomeOf([]);
      }
      if (found.note !== null) process.stderr.write(`${found.note}\n`);
      return outcomeOf(found.results);
    } finally {
      await closeEmbedder();
    }
  },
};
