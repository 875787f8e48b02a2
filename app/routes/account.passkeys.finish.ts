import type { ActionFunctionArgs } from "@remix-run/node";
import { describeDevice } from "#app/domain/accounts/device.ts";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { requireAccount } from "#app/http/viewer.server.ts";
import { readPasskeyAnswer, refusePasskey } from "#app/http/passkey-answer.server.ts";
import { addPasskeyRefusals } from "#app/http/passkey-words.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { addPasskey } from "#app/services/accounts/passkeys/passkey-ceremony.server.ts";

// There is nothing to look at here.
export function loader() {
  refuseToShow();
}

// For whoever has an account, about their own.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  await requireAccount(request);
  const answer = await readPasskeyAnswer(request);
  if (answer === null) return refusePasskey("This is no passkey's answer.", 400);
  const name = describeDevice(request.headers.get("user-agent"));
  const outcome = await addPasskey(request.headers, { response: answer, name });
  if (outcome.ok) return Response.json({ ok: true }, { headers: outcome.headers });
  const { problem, status } = addPasskeyRefusals[outcome.reason];
  return refusePasskey(problem, status);
}
