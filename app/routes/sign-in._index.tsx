import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { parseForm, readText } from "#app/http/form.server.ts";
import { parseNextPath } from "#app/http/next-path.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { signIn, type SignInRefusal } from "#app/services/accounts/sign-in.server.ts";

const SignInSchema = z.object({
  email: z.string().trim().min(1, "Enter the e-mail address of your account."),
  password: z.string().min(1, "Enter your password."),
});

const refusals: Record<SignInRefusal, { status: number; message: string }> = {
  "wrong-credentials": { status: 401, message: "No account has this e-mail address with this password." },
  "too-many-attempts": { status: 429, message: "Too many attempts from your network. Wait a minute, then try again." },
};

export const meta: MetaFunction = () => [
  { title: "Sign in · Tradeoff" },
  { name: "description", content: "Sign in to go on with your interviews on this device." },
];

// Anyone may come; somebody who is signed in already goes on to where they wanted to be.
export async function loader({ request }: LoaderFunctionArgs) {
  const next = parseNextPath(new URL(request.url).searchParams.get("next"));
  const viewer = await findViewer(request);
  if (viewer !== null && !viewer.isGuest) throw redirect(next);
  return { next, isGuest: viewer !== null };
}

// Anyone may try; attempts are limited by address.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const email = readText(form, "email");
  const parsed = parseForm(SignInSchema, form);
  if (!parsed.ok) return data({ email, ...parsed.problems }, { status: 400 });
  const outcome = await signIn(request.headers, parsed.values);
  if (outcome.ok) return redirect(parseNextPath(form.get("next")), { headers: outcome.headers });
  const { status, message } = refusals[outcome.reason];
  return data({ email, fields: {}, form: message }, { status });
}

export default function SignIn() {
  const { next, isGuest } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const fields: Record<string, string> = refused?.fields ?? {};
  return (
    <div className="wrap account-page">
      <h1>Sign in</h1>
      {isGuest ? <p>What you did so far on this device is added to your account.</p> : null}
      <Form method="post" className="stack">
        {refused?.form ? <Message tone="danger" role="alert" title={refused.form} /> : null}
        <input type="hidden" name="next" value={next} />
        <Field
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={refused?.email}
          error={fields.email}
        />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={fields.password}
        />
        <Button look="go" disabled={useNavigation().state === "submitting"}>
          Sign in
        </Button>
      </Form>
      <p>
        No account yet? <Link to={`/sign-up?${new URLSearchParams({ next })}`}>Make one</Link>.
      </p>
    </div>
  );
}
