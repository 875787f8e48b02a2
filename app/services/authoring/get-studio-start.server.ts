import { canSeeStudio, membershipsFor } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { env } from "#app/env.server.ts";

export type StudioStartView = {
  /** Where the viewer writes or reviews. */
  organisations: { handle: string; name: string }[];
  isGuest: boolean;
  seesCalibration: boolean;
};

export function getStudioStart(viewer: Viewer): StudioStartView {
  return {
    organisations: membershipsFor(viewer, "see_studio").map(({ handle, name }) => ({ handle, name })),
    isGuest: viewer.isGuest,
    seesCalibration: canSeeStudio(viewer, env().reviewers),
  };
}
