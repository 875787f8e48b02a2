import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { AccountPage } from "#app/components/account/account-page.tsx";
import { NewPasswordField } from "#app/components/account/new-password-field.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { oneLine } from "#app/domain/text/one-line.ts";
import { type FormProblems, parseForm, readText } from "#app/http/form.server.ts";
import { newPassword, tooLong, tooShort } from "#app/http/new-password.server.ts";
import { parseNextPath } from "#app/http/next-path.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { signUp, type SignUpRefusal } from "#app/services/accounts/sign-up.server.ts";

const badAddress = "Enter an e-mail address such as ada@example.com.";

const SignUpSchema = z.object({
  name: z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, "Enter the name you want to be shown.").max(80, "Use at most 80 characters.")),
  email: z.string().trim().max(254, badAddress).pipe(z.email(badAddress)),
  password: newPassword,
});

const refusals: Record<SignUpRefusal, FormProblems & { status: number }> = {
  "email-taken": {
    status: 409,
    form: null,
    fields: { email: "This address has an account already. Sign in instead; what you did here comes along." },
  },
  "invalid-email": { status: 400, form: null, fields: { email: badAddress } },
  "password-too-short": { status: 400, form: null, fields: { password: tooShort } },
  "password-too-long": { status: 400, form: null, fields: { password: tooLong } },
  "too-many-attempts": {
    status: 429,
    form: "Too many attempts from your network. Wait a minute, then try again.",
    fields: {},
  },
};

export const meta: MetaFunction = () => [
  { title: "Make an account · Tradeoff" },
  { name: "description", content: "An account keeps your interviews and scores, and opens them on any device." },
];

// Anyone may come; somebody who has an account goes on to where they wanted to be.
export async function loader({ request }: LoaderFunctionArgs) {
  const next = parseNextPath(new URL(request.url).searchParams.get("next"));
  const viewer = await findViewer(request);
  if (viewer !== null && !viewer.isGuest) throw redirect(next);
  return { next, isGuest: viewer !== null };
}

// Anyone may make an account; attempts are limited by address.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const typed = { name: readText(form, "name"), email: readText(form, "email") };
  const parsed = parseForm(SignUpSchema, form);
  if (!parsed.ok) return data({ ...typed, ...parsed.problems }, { status: 400 });
  const outcome = await signUp(request.headers, parsed.values);
  if (outcome.ok) return redirect(parseNextPath(form.get("next")), { headers: outcome.headers });
  const { status, ...problems } = refusals[outcome.reason];
  return data({ ...typed, ...problems }, { status });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function SignUp() {
  const { next, isGuest } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  const fields: Record<string, string> = refused?.fields ?? {};
  return (
    <AccountPage title={isGuest ? "Keep your work" : "Make an account"}>
      <p>
        {isGuest
          ? "Everything you did as a guest is kept: your interviews, answers and scores move to the account."
          : "An account keeps your interviews and scores, and opens them on any device."}
      </p>
      <Form method="post" className="stack">
        {refused?.form ? <Message tone="danger" role="alert" title={refused.form} /> : null}
        <input type="hidden" name="next" value={next} />
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          required
          maxLength={80}
          defaultValue={refused?.name}
          error={fields.name}
        />
        <Field
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={refused?.email}
          error={fields.email}
        />
        <NewPasswordField label="Password" name="password" error={fields.password} />
        <Button look="go" disabled={useNavigation().state === "submitting"}>
          {isGuest ? "Keep my work" : "Make the account"}
        </Button>
      </Form>
      <p>
        You have an account? <Link to={`/sign-in?${new URLSearchParams({ next })}`}>Sign in</Link>.
      </p>
    </AccountPage>
  );
}
