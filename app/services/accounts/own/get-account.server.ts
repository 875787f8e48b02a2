import { describeDevice } from "#app/domain/accounts/device.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { auth } from "../auth.server.ts";

/** What somebody sees of their own account; `visitor` tells which of the devices this one is. */
export async function getAccount(viewer: Viewer, visitor: Headers) {
  const userId = viewer.id;
  const here = await auth().api.getSession({ headers: visitor });
  const [passwords, passkeys, twoFactor, devices] = await Promise.all([
    db().account.count({ where: { userId, providerId: "credential", password: { not: null } } }),
    db().passkey.findMany({ where: { userId }, orderBy: { createdAt: "asc" } }),
    db().twoFactor.findFirst({ where: { userId } }),
    db().authSession.findMany({ where: { userId, expiresAt: { gt: new Date() } }, orderBy: { createdAt: "desc" } }),
  ]);
  return {
    name: viewer.name,
    email: viewer.email ?? "",
    emailVerified: viewer.emailVerified,
    hasPassword: passwords > 0,
    twoFactor:
      twoFactor === null ? ("off" as const) : twoFactor.verified === false ? ("begun" as const) : ("on" as const),
    passkeys: passkeys.map(({ id, name, createdAt }) => ({ id, name: name ?? "Passkey", createdAt })),
    devices: devices.map(({ id, userAgent, createdAt }) => ({
      id,
      device: describeDevice(userAgent),
      createdAt,
      isThisOne: id === here?.session.id,
    })),
  };
}
