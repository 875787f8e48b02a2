/** A procedure that asks one question after another until an answer ends it. */
import type { Source } from "../../scenarios/schema.ts";
import { endingNode, endingNodes, type Answers, type Ending, type Procedure, type Step } from "./procedure.ts";
import type { Question } from "./question.ts";

/** Each answer leads to another question or to an ending. */
export type Branching = Question & { leads: Readonly<Record<string, { ask: string } | { end: Ending }>> };

type Tree = { id: string; name: string; source: Source; questions: readonly [Branching, ...Branching[]] };

/** A tree asks its first question first; every question must be reachable and every answer must lead somewhere. */
export function defineTree({ questions, ...about }: Tree): Procedure {
  return {
    ...about,
    kind: "tree",
    questions,
    decide(answers) {
      const { path, ending } = walk(questions, answers);
      if (!ending) throw new Error(`${about.id} came to a question without an answer.`);
      return { ending, path };
    },
    comesTo: (answers) => walk(questions, answers).asked,
    restsOn: (path) => new Set(path.map(({ node }) => node)),
    diagram: { direction: "TD", nodes: nodesOf(questions), links: linksOf(questions) },
  };
}

function walk(questions: readonly Branching[], answers: Answers) {
  const path: Step[] = [];
  const asked: Question[] = [];
  let next = questions[0];
  while (next) {
    asked.push(next);
    const answer = answers[next.id];
    const lead = answer === undefined ? undefined : next.leads[answer];
    if (answer === undefined || lead === undefined) break;
    const to = targetOf(lead);
    path.push({ node: next.id, question: next.asks, answer, to, source: next.source });
    if ("end" in lead) return { path, asked, ending: lead.end };
    next = questions.find(({ id }) => id === to);
  }
  return { path, asked, ending: null };
}

const targetOf = (lead: { ask: string } | { end: Ending }) => ("end" in lead ? endingNode[lead.end] : lead.ask);

function nodesOf(questions: readonly Branching[]): Procedure["diagram"]["nodes"] {
  const endings = questions.flatMap(({ leads }) =>
    Object.values(leads).flatMap((lead) => ("end" in lead ? [lead.end] : [])),
  );
  const asked = questions.map(({ id, asks }) => ({ id, label: asks, shape: "question" as const }));
  return [...asked, ...endingNodes(endings)];
}

function linksOf(questions: readonly Branching[]): Procedure["diagram"]["links"] {
  return questions.flatMap(({ id, leads }) =>
    Object.entries(leads).map(([label, lead]) => ({ from: id, to: targetOf(lead), label })),
  );
}
