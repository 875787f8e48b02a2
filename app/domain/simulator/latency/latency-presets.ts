/** Every latency model of the sources, by id. */
import type { Preset } from "../preset.ts";
import { promptLength } from "./prompt-length.ts";
import { semanticCache } from "./semantic-cache.ts";
import { stages } from "./stages.ts";
import { streaming } from "./streaming.ts";

export const latencyPresets: readonly [Preset, ...Preset[]] = [stages, semanticCache, promptLength, streaming];
