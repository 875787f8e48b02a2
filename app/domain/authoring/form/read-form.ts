/**
 * From the texts of a draft to the fields of its form, leniently: whatever can be shown is, and the problems of the
 * reading say what is wrong with it. A file whose YAML or whose lists cannot be read has no fields; its text view shows it.
 */
import type { Problem } from "../../scenarios/problem.ts";
import { readFrontMatter, readYaml } from "../../scenarios/written-file.ts";
import { answerName, descriptionPath, hintsPath, rubricPath, writtenFiles, type DraftFiles } from "../draft.ts";
import type { DraftForm, FormAnswer, FormCheck, FormCriterion, FormRedFlag } from "./draft-form.ts";
import { formReader, type FormReader, type Group } from "./form-reader.ts";
import { plainText } from "./shown-value.ts";

type Description = Omit<DraftForm, "criteria" | "hints" | "answers">;

function readSituation(read: FormReader, whole: Group) {
  const { text, texts, items } = read;
  return {
    facts: items(whole, "facts").map((fact) => ({
      id: text(fact, "id"),
      label: text(fact, "label"),
      value: text(fact, "value"),
      unit: text(fact, "unit"),
      source: text(fact, "source"),
    })),
    hiddenFacts: items(whole, "hiddenFacts").map((fact) => ({
      id: text(fact, "id"),
      asks: texts(fact, "asks"),
      answer: text(fact, "answer"),
    })),
    positions: items(whole, "positions").map((position) => ({
      approach: text(position, "approach"),
      strength: text(position, "strength"),
      when: text(position, "when"),
      sources: texts(position, "sources"),
    })),
  };
}

function readTwist({ text, group }: FormReader, whole: Group): DraftForm["twist"] {
  const twist = group(whole, "twist");
  if (!twist) return null;
  return {
    after: text(twist, "after"),
    change: text(twist, "change"),
    asks: text(twist, "asks"),
    best: text(twist, "best"),
  };
}

function readDescription(read: FormReader, whole: Group, body: string): Description {
  const { text, texts } = read;
  return {
    title: text(whole, "title"),
    summary: text(whole, "summary"),
    kind: text(whole, "kind"),
    level: text(whole, "level"),
    minutes: text(whole, "minutes"),
    followUps: text(whole, "followUps"),
    competencies: texts(whole, "competencies"),
    sources: texts(whole, "sources"),
    ...readSituation(read, whole),
    opening: text(whole, "opening"),
    twist: readTwist(read, whole),
    diagramRules: texts(whole, "diagramRules"),
    body: plainText(body),
  };
}

function readCheck({ text, texts }: FormReader, check: Group): FormCheck {
  return {
    id: text(check, "id"),
    title: text(check, "title"),
    points: text(check, "points"),
    afterTwist: text(check, "afterTwist") === "true",
    asks: text(check, "asks"),
    met: texts(check, "met"),
    notMet: texts(check, "notMet"),
    probe: text(check, "probe"),
    study: text(check, "study"),
    diagramRule: text(check, "diagramRule"),
  };
}

function readRedFlag({ text, texts }: FormReader, flag: Group): FormRedFlag {
  return {
    id: text(flag, "id"),
    title: text(flag, "title"),
    minus: text(flag, "minus"),
    asks: text(flag, "asks"),
    met: texts(flag, "met"),
    notMet: texts(flag, "notMet"),
    study: text(flag, "study"),
  };
}

function readCriterion(read: FormReader, criterion: Group): FormCriterion {
  const { text, items, group } = read;
  const levels = group(criterion, "levels");
  return {
    id: text(criterion, "id"),
    title: text(criterion, "title"),
    competency: text(criterion, "competency"),
    weight: text(criterion, "weight"),
    levels: ["0", "1", "2", "3", "4"].map((level) => (levels ? text(levels, level) : "")),
    checks: items(criterion, "checks").map((check) => readCheck(read, check)),
    redFlags: items(criterion, "redFlags").map((flag) => readRedFlag(read, flag)),
  };
}

function readAnswer({ text, group }: FormReader, name: string, whole: Group, body: string): FormAnswer {
  const verdicts = group(whole, "verdicts");
  return {
    name,
    author: text(whole, "author"),
    drafted: text(whole, "drafted"),
    band: text(whole, "band"),
    half: text(whole, "half"),
    verdicts: verdicts ? Object.fromEntries(Object.keys(verdicts.value).map((id) => [id, text(verdicts, id)])) : {},
    transcript: plainText(body),
  };
}

/** `form` is null where a file cannot be read as fields; `broken` says where and why. */
export function readForm(files: DraftFiles): { form: DraftForm | null; broken: Problem[] } {
  const broken: Problem[] = [];
  const readerOf = (file: string) => formReader(file, (problem) => broken.push(problem));
  const keep = <T extends { problems: Problem[] }>(read: T): T => {
    broken.push(...read.problems);
    return read;
  };
  const missing = (file: string) =>
    broken.push({ file, field: "the whole file", message: "is missing", severity: "error" });

  const [description, rubric] = [files[descriptionPath], files[rubricPath]];
  if (description === undefined) missing(descriptionPath);
  if (rubric === undefined) missing(rubricPath);
  if (description === undefined || rubric === undefined) return { form: null, broken };

  const front = keep(readFrontMatter({ file: descriptionPath, text: description }));
  const ofDescription = readerOf(descriptionPath);
  const ofRubric = readerOf(rubricPath);
  const criteria = ofRubric.items(ofRubric.whole(keep(readYaml(rubricPath, rubric)).value), "criteria");
  const ofHints = readerOf(hintsPath);
  const hints = ofHints.whole(keep(readYaml(hintsPath, files[hintsPath] ?? "")).value);
  const form: DraftForm = {
    ...readDescription(ofDescription, ofDescription.whole(front.value), front.body),
    criteria: criteria.map((criterion) => readCriterion(ofRubric, criterion)),
    hints: Object.fromEntries(Object.keys(hints.value).map((id) => [id, ofHints.texts(hints, id)])),
    answers: writtenFiles(files).flatMap(({ file, text }) => {
      const name = answerName(file);
      if (name === null) return [];
      const { value, body } = keep(readFrontMatter({ file, text }));
      const reader = readerOf(file);
      return [readAnswer(reader, name, reader.whole(value), body)];
    }),
  };
  return { form: broken.length === 0 ? form : null, broken };
}
