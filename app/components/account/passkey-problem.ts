import { Refused } from "./send-json.ts";

/** In words, what came between somebody and their passkey; null when they called it off themselves. */
export function passkeyProblem(error: unknown): string | null {
  if (error instanceof Refused) return error.message;
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return null;
  if (name === "InvalidStateError") return "This device has a passkey for your account already.";
  if (name === "SecurityError") return "Passkeys only work at the address this site was set up with.";
  return "The browser could not use a passkey. Try again, or sign in another way.";
}
