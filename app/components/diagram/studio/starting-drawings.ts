/** Drawings to begin with: ordinary systems, drawn plainly, each leaving something for the person to add. */
export const startingNames = ["retrieval", "training", "router"] as const;
export type StartingName = (typeof startingNames)[number];

export type StartingDrawing = { title: string; source: string };

export const startingDrawings: Record<StartingName, StartingDrawing> = {
  retrieval: {
    title: "A retrieval pipeline",
    source: `flowchart LR
  subgraph offline["Every night"]
    documents["Documents"] --> parser["Parser"]
    parser --> chunker["Chunker"]
    chunker --> embedder["Embedder"]
    embedder --> vectors[("Vector store")]
  end
  question(["Question"]) --> embedder
  embedder --> retriever["Retriever"]
  vectors --> retriever
  retriever --> reranker["Reranker"]
  reranker --> found{"Anything relevant found?"}
  found -->|"yes"| prompt["Prompt assembly"]
  found -->|"no"| person["Hand over to a person"]
  prompt --> generator["Generator"]
  generator --> answer(["Answer"])
`,
  },
  training: {
    title: "A training pipeline",
    source: `flowchart LR
  tickets["Resolved tickets"] --> clean["Clean and label"]
  clean --> examples["Training examples"]
  clean --> held["Held-out test set"]
  examples --> training["Training"]
  training --> evaluator["Evaluator"]
  held --> evaluator
  evaluator --> better{"Better than the baseline?"}
  better -->|"yes"| registry[("Model registry")]
  better -->|"no"| clean
  registry --> release["Release"]
  release --> monitor["Monitoring"]
  monitor -.->|"worse"| previous["Previous version"]
`,
  },
  router: {
    title: "A router",
    source: `flowchart TD
  question(["Question"]) --> router{"Router"}
  router -->|"about our documents"| retriever["Retriever"]
  router -->|"in the house style"| tuned["Fine-tuned generator"]
  router -->|"anything else"| generator["Generator"]
  retriever --> generator
  generator --> guardrail{{"Guardrail"}}
  tuned --> guardrail
  guardrail --> answer(["Answer"])
`,
  },
};

/** The drawing that an address asks for, and the first where it asks for none that there is. */
export function startingNameOf(asked: string | null): StartingName {
  return startingNames.find((name) => name === asked) ?? "retrieval";
}
