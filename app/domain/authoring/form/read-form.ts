/**
 * From the texts of a draft to the fields of its form, leniently: whatever can be shown is, and the problems of the
 * reading say what is wrong with it. A file whose YAML or whose lists cannot be read has no fields; its text view shows it.
 */
import type { Problem } from "../../scenarios/problem.ts";
import { readFrontMatter, readYaml } from "../../scenarios/written-file.ts";
import { answerName, descriptionPath, hintsPath, rubricPath, writtenFiles, type DraftFiles } from "../draft.ts";
import { isMapping } from "../yaml-text/yaml-path.ts";
import type {
  DraftForm,
  FormAnswer,
  FormCheck,
  FormCriterion,
  FormFact,
  FormHiddenFact,
  FormPosition,
  FormRedFlag,
  FormTwist,
} from "./draft-form.ts";
import { plainText } from "./shown-value.ts";
import { FormReader } from "./form-reader.ts";

/** `form` is null where a file cannot be read as fields; `broken` says where and why. */
export function readForm(files: DraftFiles): { form: DraftForm | null; broken: Problem[] } {
  return { form: null, broken: [] };
}
