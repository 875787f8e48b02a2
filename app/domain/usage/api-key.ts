// A key for the model's API as somebody pastes it. Only its form can be checked here; whether it opens anything shows at
// the first call.
import { z } from "zod";

const wrongForm =
  "This does not look like a key: one begins with sk-ant- and has at least 32 letters, digits, - and _.";

export const ApiKeySchema = z
  .string()
  .trim()
  .regex(/^sk-ant-[\w-]{25,250}$/, wrongForm);

/** The last characters, by which its owner tells one key from another. */
export function keyHint(apiKey: string): string {
  return apiKey.slice(-4);
}
