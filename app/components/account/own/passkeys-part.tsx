import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { AccountReply } from "../account-reply.ts";
import { AddPasskey } from "../add-passkey.tsx";
import { ReplyMessage } from "./reply-message.tsx";

type Passkey = { id: string; name: string; createdAt: Date | null };
type PasskeysPartProps = { passkeys: readonly Passkey[]; isVerified: boolean; reply: AccountReply | null };

export function PasskeysPart({ passkeys, isVerified, reply }: PasskeysPartProps) {
  return (
    <LabelledSection id="passkeys" label="Passkeys">
      <p className="ink-2">
        A passkey signs you in with the lock of your device, without a password or code. It cannot be given away by
        mistake, nor used on another site.
      </p>
      <ReplyMessage reply={reply} />
      {passkeys.length > 0 ? (
        <ul className="account-list">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} reply={reply?.about === passkey.id ? reply : null} />
          ))}
        </ul>
      ) : null}
      {isVerified ? <AddPasskey /> : <p className="ink-2">Verify your e-mail address first; then you can add one.</p>}
    </LabelledSection>
  );
}

function PasskeyRow({ passkey, reply }: { passkey: Passkey; reply: AccountReply | null }) {
  return (
    <li>
      <div>
        <strong>{passkey.name}</strong>
        {passkey.createdAt ? (
          <span className="small muted">
            added <Time iso={passkey.createdAt.toISOString()} />
          </span>
        ) : null}
      </div>
      <details open={reply !== null || undefined}>
        <summary aria-label={`Rename or remove ${passkey.name}`}>Rename or remove</summary>
        <Form method="post" className="account-form" preventScrollReset>
          <input type="hidden" name="id" value={passkey.id} />
          <Field
            label="Name"
            name="passkeyName"
            required
            maxLength={80}
            defaultValue={passkey.name}
            error={reply?.fields.passkeyName}
          />
          <div className="buttons">
            <Button name="intent" value="rename-passkey">
              Rename
            </Button>
            <Button name="intent" value="remove-passkey" formNoValidate>
              Remove it
            </Button>
          </div>
        </Form>
      </details>
    </li>
  );
}
