import { symmetricDecrypt } from "better-auth/crypto";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { auth } from "../auth.server.ts";

export type TwoFactorState = { state: "off" | "on" } | { state: "begun"; secret: string; uri: string };

/** How far the viewer is with an authenticator app. Its secret is shown until a code from the app has come back. */
export async function getTwoFactor(viewer: Viewer): Promise<TwoFactorState> {
  const row = await db().twoFactor.findFirst({ where: { userId: viewer.id } });
  if (row === null) return { state: "off" };
  if (row.verified !== false) return { state: "on" };
  const secret = base32(await symmetricDecrypt({ key: (await auth().$context).secretConfig, data: row.secret }));
  const label = encodeURIComponent(`Tradeoff:${viewer.email ?? viewer.name}`);
  return { state: "begun", secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=Tradeoff&digits=6&period=30` };
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 without padding, as authenticator apps read it. */
function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}
