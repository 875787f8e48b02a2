import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { refuseToShow } from "#app/http/form-only.server.ts";
import { parseNextPath } from "#app/http/next-path.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { parseTheme, writeTheme } from "#app/http/theme.server.ts";

// There is nothing to look at here.
export function loader() {
  refuseToShow();
}

// Anyone may choose a theme; it is kept in a cookie of this browser.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const cookie = await writeTheme(parseTheme(form.get("theme")));
  return redirect(parseNextPath(form.get("next")), { headers: { "set-cookie": cookie } });
}
