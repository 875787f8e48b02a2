import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigation } from "@remix-run/react";
import { AccountPage } from "#app/components/account/account-page.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { readText } from "#app/http/form.server.ts";
import { parseNextPath } from "#app/http/next-path.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { awaitsCode, type CodeRefusal, giveCode } from "#app/services/accounts/two-factor/give-code.server.ts";

const refusals: Record<CodeRefusal, { status: number; form: string | null; field: string | null }> = {
  "wrong-code": {
    status: 401,
    form: null,
    field: "This code is wrong or has ended. Type the one that the app shows now, or a backup code.",
  },
  "sign-in-ended": {
    status: 401,
    form: "This sign-in has ended, after ten minutes or several wrong codes. Begin again.",
    field: null,
  },
  "account-locked": {
    status: 429,
    form: "Too many wrong codes. Wait a quarter of an hour, or sign in by passkey.",
    field: null,
  },
  "too-many-attempts": {
    status: 429,
    form: "Too many attempts from your network. Wait a minute, then try again.",
    field: null,
  },
};

export const meta: MetaFunction = () => [{ title: "The second step · Tradeoff" }];

// For whoever has just given a right password or link in this browser; everybody else begins there.
export function loader({ request }: LoaderFunctionArgs) {
  const next = parseNextPath(new URL(request.url).searchParams.get("next"));
  if (!awaitsCode(request.headers)) throw redirect(`/sign-in?${new URLSearchParams({ next })}`);
  return { next };
}

// Anyone may try, five times for each right password; more wrong codes lock the second step for a while.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const code = readText(form, "code").trim().slice(0, 100);
  if (code === "") return data({ form: null, field: "Enter the code that your app shows." }, { status: 400 });
  const outcome = await giveCode(request.headers, code);
  if (outcome.ok) return redirect(parseNextPath(form.get("next")), { headers: outcome.headers });
  const { status, ...problem } = refusals[outcome.reason];
  return data(problem, { status });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function SecondStep() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  return (
    <AccountPage title="The second step">
      <p>Your authenticator app shows six digits for Tradeoff. A backup code does it too, once.</p>
      <Form method="post" className="stack">
        {refused?.form ? <Message tone="danger" role="alert" title={refused.form} /> : null}
        <input type="hidden" name="next" value={next} />
        <Field
          label="Code"
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={40}
          error={refused?.field}
        />
        <Button look="go" disabled={useNavigation().state === "submitting"}>
          Sign in
        </Button>
      </Form>
      <p>
        <Link to={`/sign-in?${new URLSearchParams({ next })}`}>Begin again</Link>
      </p>
    </AccountPage>
  );
}
