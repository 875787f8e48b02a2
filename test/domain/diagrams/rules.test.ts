import { expect, test } from "vitest";
import { diagramRules, type DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";
import { verdictOf } from "#test/support/drawings.ts";

type Drawn = readonly [verdict: "holds" | "broken" | "not_shown", source: string];

/** Each rule in drawings as people make them; every line is a statement. */
const drawings: Record<DiagramRule, readonly Drawn[]> = {
  "same-embedder-on-both-paths": [
    [
      "holds",
      "graph LR; Wiki-->Chunks-->E[Voyage 3 embeddings]-->Q[(Qdrant)]; User-->E; Q-->R[Top-8 passages]-->L[Claude]",
    ],
    [
      "holds",
      "flowchart TD\nF[Files] --> E1[e5-large]\nE1 --> DB[(Vector DB)]\nU[User question] --> E2[e5-large: same model]\nE2 --> DB",
    ],
    ["holds", "flowchart LR\nDocs -->|embed with bge-m3| Store[(Vector store)]\nQuery -->|bge-m3 embedding| Store"],
    [
      "broken",
      "flowchart LR\nA[Articles] --> B[text-embedding-3-large] --> C[(pgvector)]\nQ[Question] --> D[bge-small] --> C",
    ],
    [
      "broken",
      "graph TD\nsubgraph Indexing\nX[all-MiniLM-L6] --> Y[(FAISS)]\nend\nsubgraph Query time\nZ[ada-002] --> Y\nend",
    ],
    ["not_shown", "flowchart LR\nA[Chunks] --> B[Embed chunks] --> C[(Index)]\nQ[Query] --> D[Embed query] --> C"],
    ["not_shown", "flowchart LR\nDocs --> Embedding --> Index[(Index)]"],
  ],
  "ingestion-reaches-the-store": [
    ["holds", "flowchart LR\nSharePoint --> L[Document loader] --> T[Text splitter] --> V[(ChromaDB)]"],
    ["holds", "graph TD\nsubgraph i [Ingest]\nPDF --> OCR\nend\ni --> P[(Pinecone)]"],
    ["holds", "flowchart LR\nContracts -->|chunk and embed| S[(Vector store)]"],
    [
      "broken",
      "flowchart LR\nK[Knowledge base] --> C[Chunking] --> E[Embeddings]\nW[(Weaviate)] --> R[Retriever] --> L[LLM]",
    ],
    ["broken", "flowchart RL\nV[(Milvus)] --> S[Splitter] --> D[Manuals]"],
    ["not_shown", "flowchart LR\nQ --> R[Retriever] --> L[LLM]\nI[(Index)] --> R"],
    ["not_shown", "flowchart LR\nD[Documents]\nV[(Vector store)] --> R[Retriever]"],
  ],
  "retrieves-before-generation": [
    ["holds", "graph TD\nUser --> S[Semantic search] --> P[Prompt] --> G[Mistral 7B]"],
    ["holds", "flowchart LR\nI[(Index)] --> L[LLM] --> A[Answer]"],
    ["holds", "flowchart LR\nL[LLM] <--> T[Search tool]"],
    ["holds", "flowchart LR\nL[LLM] --- T[Search tool]"],
    ["broken", "flowchart LR\nQ[Query] --> G[GPT-4o writes an answer] --> S[Search for sources] --> A[Answer]"],
    ["broken", "graph LR\nLLM-->Retriever"],
    ["not_shown", "flowchart LR\nQ --> L[LLM] --> A[Answer]"],
    ["not_shown", "flowchart LR\nQ --> S[Vector search]\nP[Prompt] --> L[LLM]"],
  ],
  "rerank-after-retrieval": [
    [
      "holds",
      "graph LR\nQ-->BM25\nQ-->Dense[Dense retrieval]\nBM25 & Dense --> RRF --> X[Cross-encoder, keep 5] --> LLM",
    ],
    ["holds", "flowchart LR\nS[Search top 50] -->|rerank| L[Llama 3]"],
    ["holds", "flowchart TD\nH[Retrieve and re-rank] --> C[Prompt with context] --> M[Model]"],
    ["broken", "flowchart LR\nQ --> X[Re-ranking] --> S[ANN search] --> L[LLM]"],
    ["broken", "flowchart LR\nS[Search] --> L[LLM] --> X[Reranker] --> A[Answer]"],
    ["not_shown", "flowchart LR\nS[Search] --> L[LLM]"],
    ["not_shown", "flowchart LR\nS[Search] --> L[LLM] --> X[Rerank the drafts] --> A[Answer]"],
  ],
  "fallback-when-nothing-found": [
    [
      "holds",
      "flowchart TD\nR[Retriever] --> C{Enough evidence?}\nC -->|no| N[Tell the user we don't know]\nC -->|yes| L[LLM]",
    ],
    ["holds", "graph LR\nS[Search]-->|no hits|H[Hand over to a human]\nS-->|hits|L[LLM]"],
    ["holds", "flowchart LR\nRR[Rerank] -->|score < 0.4| X[Ask a clarifying question]\nRR --> L[LLM]"],
    ["holds", "flowchart LR\nS[Search] --> Z{No results?}\nZ -->|yes| D[Support desk]\nZ -->|no| L[LLM]"],
    ["broken", "flowchart TD\nR[Retriever] --> C{Anything relevant?}\nC -->|no| L[LLM]\nC -->|yes| L"],
    ["broken", "flowchart LR\nS[Search] -->|nothing found| L[GPT-4 answers anyway]\nS -->|found| P[Prompt] --> L"],
    ["not_shown", "flowchart LR\nS[Search] --> L[LLM] --> A[Answer]"],
    ["not_shown", "flowchart LR\nC{Cache} -->|miss| L[LLM]\nS[Search] --> L"],
    ["not_shown", "flowchart LR\nS[Search] --> L[LLM] --> V{Valid JSON?}\nV -->|no| E[Escalate]"],
  ],
  "citations-reach-the-answer": [
    ["holds", "flowchart LR\nS[Hybrid search] --> L[LLM] --> A[Reply, cited by paragraph]"],
    ["holds", "graph TD\nR[Retriever] --> G[Generator with citations]"],
    ["holds", "flowchart LR\nI[(Index)] --> L[LLM]\nL -->|answer| V[Citation check] --> O[Output]"],
    ["broken", "flowchart LR\nQ[Question] --> M[LoRA adapter] --> A[Answer with references]"],
    [
      "broken",
      "flowchart LR\nQ[User query] --> P[Prompt] --> L[LLM] --> A[Answer with source links]\nQ --> R[Retriever] --> D[Dashboard]",
    ],
    ["not_shown", "flowchart LR\nR[Retriever] --> L[LLM] --> A[Answer]"],
    ["not_shown", "flowchart LR\nX[Things we know] --> L[LLM] --> A[Answer with citations]"],
    ["not_shown", "flowchart LR\nQ --> L[LLM] --> A[Answer with citations]\nR[Retriever] --> A"],
  ],
  "evaluation-separate-from-training": [
    ["holds", "flowchart LR\nTD[Training set] --> FT[Fine-tuning] --> EV[Eval]\nTS[Test set] --> EV"],
    ["holds", "graph LR\nD[Labelled pairs]-->|85%|T[SFT]\nD-->|15% holdout|E[Benchmark]"],
    [
      "holds",
      "flowchart TD\nA[Approved summaries] --> S[QLoRA training]\nG[Golden questions, 200] --> J[LLM judge]\nS --> J",
    ],
    ["broken", "flowchart LR\nH[Held-out set] --> C[Clean] --> T[Train the adapter]\nH --> E[Evaluate]"],
    ["broken", "flowchart LR\nD[Training data] --> T[Fine-tune] --> E[Test the model]\nD --> E"],
    ["not_shown", "flowchart LR\nD[Training data] --> T[Fine-tune] --> M[Model]"],
    ["not_shown", "flowchart LR\nG[Golden set] --> E[Evaluate the search]"],
  ],
  "evaluation-before-release": [
    ["holds", "flowchart LR\nT[Train] --> E{Beats baseline?} -->|yes| P[Canary release]"],
    ["holds", "graph TD\nA[New prompt]-->B[Run regression tests]-->C[Go live]"],
    ["holds", "flowchart LR\nR[(Model registry)] --> G{Quality gate} --> M[Serving model] --> A[Answer]"],
    ["broken", "flowchart LR\nT[Fine-tuning] --> P[Production] --> E[Run the benchmark]"],
    ["broken", "graph TD\nTraining-->Release-->Evaluation"],
    ["not_shown", "flowchart LR\nT[Train] --> P[Deploy] --> M[Monitoring]"],
    ["not_shown", "flowchart LR\nD[Deploy] --> E[Weekly evaluation]"],
    ["not_shown", "flowchart LR\nT[Train] --> P[Deploy] --> E[Online evaluation]"],
  ],
  "training-apart-from-serving": [
    [
      "holds",
      "flowchart LR\nD[Examples for training] --> T[Training job] --> R[(Registry)] --> M[Tuned model]\nQ[Question] --> M --> A[Answer]",
    ],
    ["holds", "graph TD\nX[SFT]-->Y[Fine-tuned Llama]\nU[User]-->Y-->O[Output]"],
    ["holds", "flowchart LR\nQ[Query] --> M[LLM] --> A[Answer] --> F[Feedback] --> T[Retraining] --> M"],
    ["broken", "flowchart LR\nQ[User question] --> T[Fine-tuning] --> M[Model] --> A[Answer]"],
    ["broken", "flowchart LR\nU[User] --> R[Retriever] --> T[Train on the passages] --> G[Generator]"],
    ["not_shown", "flowchart LR\nQ[Query] --> M[Fine-tuned model] --> A[Answer]"],
    ["not_shown", "flowchart LR\nD[Data] --> T[Training]"],
  ],
  "validation-before-output": [
    ["holds", "flowchart LR\nL[LLM] --> V[JSON schema validation] --> O[Output]"],
    ["holds", "graph TD\nM[Model]-->G{Guardrail}\nG-->|pass|U[User]\nG-->|block|H[Human review]"],
    ["holds", "flowchart LR\nL[LLM] -->|fact check| A[Answer]"],
    ["broken", "flowchart LR\nL[LLM] --> A[Answer to customer] --> V[Moderation]"],
    ["broken", "flowchart LR\nL[LLM] --> A[Reply]\nL --> V[Output validator] --> M[Metrics]"],
    ["not_shown", "flowchart LR\nQ --> G[Guardrail] --> L[LLM] --> A[Answer]"],
    ["not_shown", "flowchart LR\nL[LLM] --> V[Validator] --> A[Answer]\nL --> A"],
    ["not_shown", "flowchart LR\nL[LLM] --> A[Answer]"],
  ],
  "rollback-to-previous-version": [
    ["holds", "flowchart LR\nP[Production] --> M[Monitoring] -->|error rate up| R[Roll back to last good version]"],
    ["holds", "graph TD\nG{Gate}-->|fail|K[Previous adapter stays]\nG-->|pass|N[New adapter]"],
    ["holds", "flowchart LR\nM[Drift alarm] -->|rollback| R[(Model registry)]"],
    ["broken", "flowchart LR\nM[Monitor] --> B[Rollback] --> T[Retrain]"],
    ["broken", "graph LR\nA[Alerts]-->|roll back|F[Fine-tuning]"],
    ["not_shown", "flowchart LR\nP[Production] --> M[Monitoring] --> T[Retrain]"],
    ["not_shown", "flowchart LR\nO[Old model]\nM[LLM] --> A[Answer]"],
  ],
  "router-has-a-default": [
    ["holds", "flowchart TD\nR{Router} -->|facts| A[RAG]\nR -->|style| B[Tuned model]\nR -->|unsure| C[Large model]"],
    ["holds", "graph LR\nQ-->R[Query classifier]\nR-->|simple|S[Small LLM]\nR-->D[Default path]"],
    ["holds", "flowchart LR\nR{Route by intent: needs documents?} -->|yes| A[Search]\nR -->|no| B[LLM]"],
    ["broken", "flowchart LR\nR[Router] -->|A| X[LLM]\nR -->|B| Y[Search]\nR -->|else| R"],
    ["broken", "flowchart LR\nR[Router] -->|A| X[LLM]\nR -->|otherwise| W[Rewrite query] --> R"],
    ["not_shown", "flowchart LR\nR[Router] -->|billing| X[LLM]\nR -->|legal| Y[Search]"],
    ["not_shown", "flowchart LR\nQ --> L[LLM]"],
  ],
};

const cases = diagramRules.flatMap((rule) => drawings[rule].map(([verdict, source]) => ({ rule, verdict, source })));

test.each(cases)("$rule: $verdict in $source", ({ rule, verdict, source }) => {
  const found = verdictOf(rule, source);
  expect(`${found.verdict}: ${found.message}`).toMatch(new RegExp(`^${verdict}: `));
});

test.each(cases.filter(({ verdict }) => verdict !== "not_shown"))(
  "$rule: a verdict points at lines that are there, and says something: $source",
  ({ rule, source }) => {
    const { lines, message } = verdictOf(rule, source);
    expect(lines).not.toEqual([]);
    for (const line of lines) expect(source.split("\n")[line - 1]).toMatch(/\w/);
    expect(message).toMatch(/^[A-Z].*\.$/);
  },
);

test("the lines of a verdict are those of the boxes it rests on", () => {
  const source = "flowchart LR\nQ[Query]\n\nQ --> X[Reranker]\nX --> S[Vector search]\nS --> L[LLM]";
  expect(verdictOf("rerank-after-retrieval", source)).toMatchObject({
    verdict: "broken",
    message: "The reranker in line 4 comes before retrieval in line 5.",
    lines: [4, 5],
  });
});
