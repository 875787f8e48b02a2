import type { ActionFunctionArgs } from "@remix-run/node";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { refusePasskey } from "#app/http/passkey-answer.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { startPasskeySignIn } from "#app/services/accounts/passkeys/passkey-ceremony.server.ts";

// There is nothing to look at here.
export function loader() {
  refuseToShow();
}

// Anyone may ask for a challenge; how often is limited by address.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const asked = await startPasskeySignIn(request.headers);
  if (!asked.ok) return refusePasskey("Too many attempts from your network. Wait a minute, then try again.", 429);
  return Response.json(asked.options, { headers: asked.headers });
}
