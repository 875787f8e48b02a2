import { featuresOf } from "#app/domain/statements/features.ts";
import { preparePassage } from "#app/domain/statements/passage.ts";
import { sayingOf, type Weights } from "#app/domain/statements/saying.ts";
import { rarityOver } from "#app/domain/statements/rarity.ts";
import { prepareStatements } from "#app/domain/statements/statement.ts";
import { readText } from "#app/domain/text/reading.ts";
import { sentencesIn, wordsIn } from "#app/domain/text/words.ts";
import { medianOf } from "../row.ts";
import type { HumanSet } from "./human-sets.ts";
import type { StatementPair } from "./statement-pairs.ts";

const [checks, phrasings, answerWords, rounds] = [10, 5, 150, 60];

/** One answer of about 150 words, read and held in every window of one to three sentences against ten checks. */
export function measureSpeed(set: HumanSet, { pairs, weights }: { pairs: readonly StatementPair[]; weights: Weights }) {
  const texts = pairs.flatMap(({ statement, paraphrases }) => [statement, ...paraphrases]);
  const sources = Array.from({ length: checks }, (_, nth) => ({
    references: Array.from({ length: phrasings }, (_, at) => texts[(nth * phrasings + at) % texts.length] ?? ""),
  }));
  const book = prepareStatements(sources, { rarity: rarityOver(texts) });
  const answers = set.questions
    .flatMap(({ answers }) => answers.map(({ answer }) => answer))
    .filter((answer) => Math.abs(wordsIn(answer).length - answerWords) < 25)
    .slice(0, rounds);
  const holdAgainstChecks = (answer: string) => {
    const passage = preparePassage(book, readText(answer));
    const sentences = passage.reading.sentences.length;
    return book.statements.map((statement) => {
      let best = 0;
      for (let from = 0; from < sentences; from += 1) {
        for (let to = from + 1; to <= Math.min(from + 3, sentences); to += 1) {
          best = Math.max(best, sayingOf(featuresOf(statement, passage, { from, to }), weights));
        }
      }
      return best;
    });
  };
  const timeEach = (run: (answer: string) => unknown) =>
    medianOf(
      answers.map((answer) => {
        const startedAt = performance.now();
        run(answer);
        return performance.now() - startedAt;
      }),
    );
  timeEach(holdAgainstChecks);
  return {
    checksMs: timeEach(holdAgainstChecks),
    readingMs: timeEach((answer) => [wordsIn(answer), sentencesIn(answer)]),
  };
}
