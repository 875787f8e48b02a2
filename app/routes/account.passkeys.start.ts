import type { ActionFunctionArgs } from "@remix-run/node";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { requireAccount } from "#app/http/viewer.server.ts";
import { addPasskeyRefusals } from "#app/http/passkey-words.server.ts";
import { refusePasskey } from "#app/http/passkey-answer.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { startAddingPasskey } from "#app/services/accounts/passkeys/passkey-ceremony.server.ts";

// There is nothing to look at here.
export function loader() {
  refuseToShow();
}

// For whoever has an account, about their own.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireAccount(request);
  const asked = await startAddingPasskey(viewer, request.headers);
  if (asked.ok) return Response.json(asked.options, { headers: asked.headers });
  const { problem, status } = addPasskeyRefusals[asked.reason];
  return refusePasskey(problem, status);
}
