import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "#app/env.server.ts";
import { authSecret } from "#app/services/accounts/auth-secret.server.ts";

// An organisation's key for the model's API is kept encrypted with AES-256-GCM. The encrypting key is derived from the
// secret of this installation, so a copy of the database alone opens nothing; the organisation's id is bound into it, so a
// sealed key copied into another organisation's row does not open there.

const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;

function sealingKey(): Buffer {
  const secret = authSecret(env());
  return Buffer.from(hkdfSync("sha256", secret, "", "tradeoff: an organisation's key for the model's API", 32));
}

export function sealKey(apiKey: string, organisationId: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce).setAAD(Buffer.from(organisationId));
  const sealed = Buffer.concat([nonce, cipher.update(apiKey, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${sealed.toString("base64url")}`;
}

/** Null where it cannot be opened: the secret of this installation has changed, or it was sealed for somebody else. */
export function openKey(sealedKey: string, organisationId: string): string | null {
  const [found, body] = sealedKey.split(".");
  const sealed = Buffer.from(body ?? "", "base64url");
  if (found !== version || sealed.length <= nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(), sealed.subarray(0, nonceBytes))
    .setAAD(Buffer.from(organisationId))
    .setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
