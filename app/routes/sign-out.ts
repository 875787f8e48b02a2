import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { parseNextPath } from "#app/http/next-path.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { signOut } from "#app/services/accounts/sign-out.server.ts";

// There is nothing to look at here.
export function loader() {
  refuseToShow();
}

// Anyone may sign out; without a sign-in it changes nothing.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const outcome = await signOut(request.headers);
  if (!outcome.ok) throw new Response("Too many requests from your network: try again in a minute.", { status: 429 });
  return redirect(parseNextPath(form.get("next")), { headers: outcome.headers });
}
