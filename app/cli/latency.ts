import { latencyPresets } from "#app/domain/simulator/latency/latency-presets.ts";
import type { Command } from "./command.ts";
import { runPresetCommand } from "./preset-arguments.ts";

const usage = "latency <preset> [--set key=value…]";

export const latency: Command = {
  usage,
  does: "computes a latency model beside what its source prints",
  run: async (args) => runPresetCommand(args, latencyPresets, usage),
};
