import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { AccountReply } from "../account-reply.ts";
import { ReplyMessage } from "./reply-message.tsx";

type Device = { id: string; device: string; createdAt: Date; isThisOne: boolean };

/** Where the account is signed in. */
export function DevicesPart({ devices, reply }: { devices: readonly Device[]; reply: AccountReply | null }) {
  const others = devices.filter((device) => !device.isThisOne);
  return (
    <LabelledSection id="devices" label="Signed in on">
      <ReplyMessage reply={reply} />
      <ul className="account-list">
        {devices.map((device) => (
          <li key={device.id}>
            <div>
              <strong>{device.device}</strong>
              <span className="small muted">
                {device.isThisOne ? "this device, " : null}since{" "}
                <Time iso={device.createdAt.toISOString()} form="date-time" />
              </span>
            </div>
            {device.isThisOne ? null : (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="id" value={device.id} />
                <Button look="bare" name="intent" value="end-sign-in" aria-label={`Sign out ${device.device}`}>
                  Sign out
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 ? (
        <Form method="post" preventScrollReset>
          <Button name="intent" value="end-other-sign-ins">
            Sign out all other devices
          </Button>
        </Form>
      ) : null}
    </LabelledSection>
  );
}
