/** Every cost model of the sources, by id. */
import type { Preset } from "../preset.ts";
import { compareCosts } from "./compare-costs.ts";
import { compliance } from "./compliance.ts";
import { documentQaSelfHosted } from "./document-qa/document-qa-self-hosted.ts";
import { documentQa } from "./document-qa/document-qa.ts";
import { headToHead } from "./head-to-head.ts";
import { loraRun } from "./lora-run.ts";
import { perQuery } from "./per-query.ts";
import { setup } from "./setup.ts";

export const costPresets: readonly [Preset, ...Preset[]] = [
  documentQa,
  documentQaSelfHosted,
  compliance,
  loraRun,
  headToHead,
  setup,
  perQuery,
  compareCosts,
];
