import fc from "fast-check";

/** Flowcharts as people and models write them, each reading without an error in Mermaid 11. */
export const writtenFlowcharts: readonly string[] = [
  `flowchart LR
  Q[Query] --> C[(Cache)]
  C -- hit --> A[Answer]
  C -- miss --> S[Search]
  I[(Index)] --> S
  S --> R[Rerank]
  R --> L[LLM]
  L --> A`,
  `flowchart TD
    A[Start] --> B{Knowledge changes frequently?}
    B -->|Yes| RAG[Use RAG]
    B -->|No| C{Need source citations?}

    C -->|No| D{>100K queries/month?}
    D -->|No| RAG
    F -->|Yes, 500+ examples| FT[Use Fine-tuning]
    RAG --> END[Deploy]
    FT --> END`,
  `flowchart LR
    subgraph RAG["RAG Approach"]
        Q1[Query] --> R[Retrieve]
        R --> C[Context]
    end

    subgraph FT["Fine-tuning Approach"]
        Q2[Query] --> L2[Fine-tuned LLM]
    end
    RAG --> FT`,
  `---
title: With everything around it
---
%%{init: {"theme": "dark",
"flowchart": {}}}%%
%% a comment
graph TD;
  A & B --> C --> D & E;
  classDef hot fill:#f9f,stroke:#333;
  C:::hot -.-> F@{ shape: cyl, label: "Kept answers" }
  class A hot
  style B fill:#bbf
  linkStyle 0 stroke:#f00
  click A "https://example.org/a;b" "tip"
  accTitle: A title
  accDescr { more
  words }`,
];

const anySign = fc.oneof(
  fc.constantFrom(...`[ ] ( ) { } < > | " ' - = . ~ & ; : @ % # / \\ x o A`.split(" ")),
  fc.constantFrom(" ", "\n", "\r", "é", "😀"),
);
const word = fc.stringMatching(/^[A-Za-z][a-z0-9]{0,7}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const labelled = fc.tuple(phrase, fc.boolean()).map(([text, isQuoted]) => (isQuoted ? `"${text} (or not)"` : text));
const box = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }).map((number) => `n${number}`),
    fc.constantFrom("", "[", "(", "{", "([", "[[", "[(", "((", "{{", "(((", ">"),
    labelled,
  )
  .map(([id, opener, label]) => (opener === "" ? id : id + opener + label + closerOf(opener)));
const link = fc.oneof(
  fc.constantFrom("-->", "---", "-.->", "==>", "<-->", "----->", "--o", "--x", "-.-", "===", "~~~"),
  phrase.map((text) => `-->|${text}|`),
  phrase.map((text) => `-- ${text} -->`),
  phrase.map((text) => `== ${text} ==>`),
  phrase.map((text) => `-. ${text} .->`),
);
const group = fc.array(box, { minLength: 1, maxLength: 3 }).map((boxes) => boxes.join(" & "));
const chain = fc
  .tuple(group, fc.array(fc.tuple(link, group), { maxLength: 3 }))
  .map(([first, more]) => [first, ...more.flat()].join(" "));
const statements = fc.array(chain, { minLength: 1, maxLength: 4 });
const subgraph = fc
  .tuple(fc.integer({ min: 0, max: 9 }), phrase, statements)
  .map(([id, title, body]) => [`subgraph g${id} ["${title}"]`, ...body.map((line) => `  ${line}`), "end"]);

/** Flowcharts that Mermaid reads, put together from the notations it has. */
export const anyFlowchart: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("flowchart", "graph"),
    fc.constantFrom("LR", "TD", "TB", "RL", "BT"),
    statements,
    subgraph,
    statements,
  )
  .map(([keyword, direction, before, inside, after]) =>
    [`${keyword} ${direction}`, ...before, ...inside, ...after].join("\n"),
  );

/** A source with pieces cut out of it and signs put into it. */
export const anyMutation: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...writtenFlowcharts),
    fc.array(fc.tuple(fc.nat(2000), fc.nat(4), anySign), {
      maxLength: 12,
    }),
  )
  .map(([source, cuts]) =>
    cuts.reduce((text, [place, length, sign]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + sign + text.slice(at + length);
    }, source),
  );

function closerOf(opener: string): string {
  if (opener === ">") return "]";
  return opener.split("").toReversed().join("").replaceAll("[", "]").replaceAll("(", ")").replaceAll("{", "}");
}
