/** What a model is called for. Every call is written down under one of these. */
export const modelPurposes = [
  "grade",
  "question",
  "hidden_facts",
  "ask_material",
  "draft_answers",
  "dry_run",
  "regrade",
  "embedding",
] as const;
export type ModelPurpose = (typeof modelPurposes)[number];

export const modelPurposeName: Record<ModelPurpose, string> = {
  grade: "Grading",
  question: "Wording a question",
  hidden_facts: "Understanding a question",
  ask_material: "Answering from the material",
  draft_answers: "Drafting sample answers",
  dry_run: "Trying a draft",
  regrade: "Grading again",
  embedding: "Reading texts for search",
};
