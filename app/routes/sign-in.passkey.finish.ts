import type { ActionFunctionArgs } from "@remix-run/node";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { readPasskeyAnswer, refusePasskey } from "#app/http/passkey-answer.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { signInByPasskey } from "#app/services/accounts/passkeys/passkey-ceremony.server.ts";

const refusals = {
  "not-verified": { status: 401, problem: "The passkey could not be verified. Try again." },
  "unknown-passkey": { status: 401, problem: "No account here has this passkey. Sign in another way." },
  "too-many-attempts": {
    status: 429,
    problem: "Too many attempts from your network. Wait a minute, then try again.",
  },
};

// There is nothing to look at here.
export function loader() {
  refuseToShow();
}

// Anyone may try; whoever holds the passkey's private key gets in.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const answer = await readPasskeyAnswer(request);
  if (answer === null) return refusePasskey("This is no passkey's answer.", 400);
  const outcome = await signInByPasskey(request.headers, answer);
  if (outcome.ok) return Response.json({ ok: true }, { headers: outcome.headers });
  const { status, problem } = refusals[outcome.reason];
  return refusePasskey(problem, status);
}
