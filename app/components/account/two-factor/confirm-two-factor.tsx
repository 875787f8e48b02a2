import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { TwoFactorReply } from "./two-factor-reply.ts";

type Begun = { secret: string; picture: { size: number; path: string } };

/** The secret as a picture and in letters, until the app has shown that it has it. */
export function ConfirmTwoFactor({ begun, reply }: { begun: Begun; reply: TwoFactorReply | undefined }) {
  const { secret, picture } = begun;
  return (
    <>
      {reply?.words ? <Message tone="danger" role="alert" title={reply.words} /> : null}
      <p>Scan this with your app, or type the key into it. Then give us the code that the app shows.</p>
      <svg
        className="totp-picture"
        viewBox={`0 0 ${picture.size} ${picture.size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label="QR code with the key that stands below it"
      >
        <path d={picture.path} fill="currentColor" />
      </svg>
      <p>
        Key: <span className="totp-secret">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</span>
      </p>
      <Form method="post" className="stack">
        <Field
          label="Code from the app"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={10}
          error={reply?.fields.code}
        />
        <div className="buttons">
          <Button look="go" name="intent" value="confirm" disabled={useNavigation().state === "submitting"}>
            Switch it on
          </Button>
          <Button name="intent" value="drop" formNoValidate>
            Leave it
          </Button>
        </div>
      </Form>
    </>
  );
}
