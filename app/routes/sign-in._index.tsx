import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AccountPage } from "#app/components/account/account-page.tsx";
import { LinkSent } from "#app/components/account/link-sent.tsx";
import { PasskeySignIn } from "#app/components/account/passkey-sign-in.tsx";
import { SignInForm } from "#app/components/account/sign-in-form.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { parseForm, readText } from "#app/http/form.server.ts";
import { mailRefusals } from "#app/http/mail-refusals.server.ts";
import { parseNextPath } from "#app/http/next-path.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { linkMinutes } from "#app/services/accounts/links/link-minutes.ts";
import { requestMagicLink } from "#app/services/accounts/links/request-magic-link.server.ts";
import { mailReach } from "#app/services/accounts/operator.server.ts";
import { signIn, type SignInRefusal } from "#app/services/accounts/sign-in.server.ts";

const email = z.string().trim().max(254).min(1, "Enter the e-mail address of your account.");
const SignInSchema = z.object({ email, password: z.string().min(1, "Enter your password.") });
const LinkSchema = z.object({ email });

const refusals: Record<SignInRefusal, { status: number; message: string }> = {
  "wrong-credentials": { status: 401, message: "No account has this e-mail address with this password." },
  "too-many-attempts": { status: 429, message: "Too many attempts from your network. Wait a minute, then try again." },
  "account-slowed": {
    status: 429,
    message:
      "Too many wrong passwords for this address. Wait a quarter of an hour, or use a link by mail or a passkey now.",
  },
};

export const meta: MetaFunction = () => [
  { title: "Sign in · Tradeoff" },
  { name: "description", content: "Sign in to go on with your interviews on this device." },
];

// Anyone may come; somebody who is signed in already goes on to where they wanted to be.
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = parseNextPath(searchParams.get("next"));
  const viewer = await findViewer(request);
  if (viewer !== null && !viewer.isGuest) throw redirect(next);
  return {
    next,
    isGuest: viewer !== null,
    linkMinutes: linkMinutes.magic,
    reach: mailReach(),
    isReset: searchParams.has("reset"),
  };
}

// Anyone may try; attempts are limited by the address they come from and the account they are for.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  return form.get("intent") === "link" ? sendLink(request, form) : enter(request, form);
}

async function enter(request: Request, form: FormData) {
  const typed = readText(form, "email");
  const parsed = parseForm(SignInSchema, form);
  if (!parsed.ok) return data({ sent: false, email: typed, ...parsed.problems }, { status: 400 });
  const next = parseNextPath(form.get("next"));
  const outcome = await signIn(request.headers, parsed.values);
  if (outcome.ok) {
    const { headers, needsCode } = outcome;
    return redirect(needsCode ? `/sign-in/code?${new URLSearchParams({ next })}` : next, { headers });
  }
  const { status, message } = refusals[outcome.reason];
  return data({ sent: false, email: typed, fields: {}, form: message }, { status });
}

async function sendLink(request: Request, form: FormData) {
  const typed = readText(form, "email");
  const parsed = parseForm(LinkSchema, form);
  if (!parsed.ok) return data({ sent: false, email: typed, ...parsed.problems }, { status: 400 });
  const wanted = { email: parsed.values.email, next: parseNextPath(form.get("next")) };
  const outcome = await requestMagicLink(request.headers, wanted);
  if (outcome.ok) return data({ sent: true, email: wanted.email, fields: {}, form: null });
  const { status, ...problems } = mailRefusals[outcome.reason];
  return data({ sent: false, email: typed, ...problems }, { status });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function SignIn() {
  const { next, isGuest, isReset, ...loaded } = useLoaderData<typeof loader>();
  const answered = useAnswer<typeof action>();
  if (answered?.sent) {
    return (
      <AccountPage title="Sign in">
        <LinkSent
          email={answered.email}
          minutes={loaded.linkMinutes}
          what="a link to sign in with"
          reach={loaded.reach}
        />
        <p>
          <Link to={`/sign-in?${new URLSearchParams({ next })}`}>Sign in another way</Link>
        </p>
      </AccountPage>
    );
  }
  const problems = answered && { email: answered.email, fields: answered.fields, form: answered.form };
  return (
    <AccountPage title="Sign in">
      {isGuest ? <p>What you did so far on this device is added to your account.</p> : null}
      <SignInForm next={next} problems={problems} isReset={isReset} />
      <div className="other-ways">
        <PasskeySignIn next={next} />
        <p>
          <Link to="/forgot-password">Choose a new password</Link> if yours is lost.
        </p>
        <p>
          No account yet? <Link to={`/sign-up?${new URLSearchParams({ next })}`}>Make one</Link>.
        </p>
      </div>
    </AccountPage>
  );
}
