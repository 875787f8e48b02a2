import { costPresets } from "#app/domain/simulator/cost/cost-presets.ts";
import type { Command } from "./command.ts";
import { runPresetCommand } from "./preset-arguments.ts";

const usage = "cost <preset> [--set key=value…]";

export const cost: Command = {
  usage,
  does: "computes a cost model beside what its source prints",
  run: async (args) => runPresetCommand(args, costPresets, usage),
};
