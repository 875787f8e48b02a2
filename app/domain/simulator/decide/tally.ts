/**
 * A procedure that asks everything: each answer may speak for a side, and the sides that were spoken for lead to the
 * verdict by the first rule that holds.
 */
import type { Source } from "../../scenarios/schema.ts";
import {
  endingNode,
  endingNodes,
  type Answers,
  type DiagramLink,
  type Ending,
  type Procedure,
  type Step,
} from "./procedure.ts";
import type { Question } from "./question.ts";

/** `speaksFor` has the side of each answer that takes one. */
export type Row<Side extends string> = Question & { speaksFor: Readonly<Record<string, Side>> };

/** How many answers spoke for each side. */
export type Count<Side extends string> = Readonly<Record<Side, number>>;

export type Rule<Side extends string> = {
  says: string;
  source: Source;
  ending: Ending;
  /** The sides it looks at: the answers that spoke for them are what the verdict rests on. */
  rests: readonly Side[];
  holds: (count: Count<Side>) => boolean;
};

type Tally<Side extends string> = {
  id: string;
  name: string;
  source: Source;
  sides: Readonly<Record<Side, string>>;
  questions: readonly Row<Side>[];
  /** The source numbers its questions, so they are drawn one below the other. */
  isOrdered?: true;
  /** The last one holds always. */
  rules: readonly Rule<Side>[];
};

const weighingNode = "weigh";

export function defineTally<Side extends string>(tally: Tally<Side>): Procedure {
  const { id, name, source, questions, rules } = tally;
  return {
    id,
    name,
    source,
    kind: "tally",
    questions,
    decide(answers) {
      const count = countSides(tally, answers);
      const rule = rules.find(({ holds }) => holds(count));
      if (!rule) throw new Error(`${id} has no rule for what it counted.`);
      const weighing: Step = {
        node: weighingNode,
        question: weighingQuestion,
        answer: rule.says,
        to: endingNode[rule.ending],
        source: rule.source,
      };
      return { ending: rule.ending, path: [...questions.map((row) => stepOf(row, answers)), weighing] };
    },
    comesTo: () => [...questions],
    restsOn(path) {
      const rule = rules.find(({ says }) => says === path.at(-1)?.answer && path.at(-1)?.node === weighingNode);
      const sides = new Set<string | null>(rule?.rests.map(sideNode));
      return new Set(path.filter(({ to }) => sides.has(to)).map(({ node }) => node));
    },
    diagram: { direction: tally.isOrdered ? "TD" : "LR", nodes: nodesOf(tally), links: linksOf(tally) },
  };
}

const weighingQuestion = "What was spoken for?";

/** The node of a side, apart from the ending of the same name. */
const sideNode = (side: string) => `for_${side}`;

function sideOf<Side extends string>(row: Row<Side>, answers: Answers): Side | undefined {
  const answer = answers[row.id];
  return answer === undefined ? undefined : row.speaksFor[answer];
}

function countSides<Side extends string>({ sides, questions }: Tally<Side>, answers: Answers): Count<Side> {
  const spoken = questions.map((row) => sideOf(row, answers));
  const names = Object.keys(sides) as Side[];
  const counted = names.map((name) => [name, spoken.filter((side) => side === name).length] as const);
  return Object.fromEntries(counted) as Count<Side>;
}

function stepOf<Side extends string>(row: Row<Side>, answers: Answers): Step {
  const side = sideOf(row, answers);
  const to = side === undefined ? null : sideNode(side);
  return { node: row.id, question: row.asks, answer: answers[row.id] ?? "missing", to, source: row.source };
}

function nodesOf<Side extends string>({ sides, questions, rules }: Tally<Side>): Procedure["diagram"]["nodes"] {
  return [
    ...questions.map(({ id, asks }) => ({ id, label: asks, shape: "box" as const })),
    ...Object.entries<string>(sides).map(([side, label]) => ({ id: sideNode(side), label, shape: "box" as const })),
    { id: weighingNode, label: weighingQuestion, shape: "question" },
    ...endingNodes(rules.map(({ ending }) => ending)),
  ];
}

function linksOf<Side extends string>({ sides, questions, rules, isOrdered }: Tally<Side>): DiagramLink[] {
  const ordered = isOrdered
    ? questions
        .slice(1)
        .map(({ id }, at) => ({ from: questions[at]?.id ?? id, to: id, label: "", isOrder: true as const }))
    : [];
  const spoken = questions.flatMap(({ id, speaksFor }) =>
    Object.entries<Side>(speaksFor).map(([label, side]) => ({ from: id, to: sideNode(side), label })),
  );
  const gathered = Object.keys(sides).map((side) => ({ from: sideNode(side), to: weighingNode, label: "" }));
  const ended = rules.map(({ says, ending }) => ({ from: weighingNode, to: endingNode[ending], label: says }));
  return [...ordered, ...spoken, ...gathered, ...ended];
}
