import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AddressPart } from "#app/components/account/own/address-part.tsx";
import { AssessmentsPart } from "#app/components/account/own/assessments-part.tsx";
import { DataPart } from "#app/components/account/own/data-part.tsx";
import { DevicesPart } from "#app/components/account/own/devices-part.tsx";
import { NamePart } from "#app/components/account/own/name-part.tsx";
import { OrganisationsPart } from "#app/components/organisation/organisations-part.tsx";
import { PasskeysPart } from "#app/components/account/own/passkeys-part.tsx";
import { PasswordPart } from "#app/components/account/own/password-part.tsx";
import { TwoFactorPart } from "#app/components/account/own/two-factor-part.tsx";
import type { AccountPart, AccountReply } from "#app/components/account/account-reply.ts";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { AccountFormSchema } from "#app/http/account-form.server.ts";
import { partOf, takeAccountStep } from "#app/http/account-steps.server.ts";
import { parseForm, readText } from "#app/http/form.server.ts";
import { requireAccount } from "#app/http/viewer.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { getAccount } from "#app/services/accounts/own/get-account.server.ts";
import { mailReach } from "#app/services/accounts/operator.server.ts";
import "#app/components/account/account.css";

export const meta: MetaFunction = () => [{ title: "Your account · Tradeoff" }];

// For whoever has an account, about their own.
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAccount(request);
  return { account: await getAccount(viewer, request.headers), reach: mailReach() };
}

// For whoever has an account, about their own.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireAccount(request);
  const form = await request.formData();
  const parsed = parseForm(AccountFormSchema, form);
  if (!parsed.ok) return data(mistakenReply(form, parsed.problems.fields), { status: 400 });
  const { reply, status, headers } = await takeAccountStep({ viewer, visitor: request.headers, sent: parsed.values });
  return data(reply, { status, headers });
}

function mistakenReply(form: FormData, fields: Record<string, string>): AccountReply {
  const parts: Record<string, AccountPart> = partOf;
  const part = parts[readText(form, "intent")];
  if (part === undefined) throw new Response("This form could not be read. Open the page anew.", { status: 400 });
  return { part, tone: "danger", words: null, fields, about: readText(form, "id") || null };
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function AccountRoute() {
  const { account, reach } = useLoaderData<typeof loader>();
  const reply = useAnswer<typeof action>();
  const replyIn = (part: AccountPart) => (reply?.part === part ? reply : null);
  return (
    <div className="wrap own-account">
      <h1>Your account</h1>
      <NamePart name={account.name} reply={replyIn("name")} />
      <AddressPart email={account.email} isVerified={account.emailVerified} reach={reach} reply={replyIn("address")} />
      <PasswordPart email={account.email} hasPassword={account.hasPassword} reply={replyIn("password")} />
      <TwoFactorPart state={account.twoFactor} />
      <PasskeysPart passkeys={account.passkeys} isVerified={account.emailVerified} reply={replyIn("passkeys")} />
      <DevicesPart devices={account.devices} reply={replyIn("devices")} />
      <AssessmentsPart />
      <OrganisationsPart />
      <DataPart />
    </div>
  );
}
