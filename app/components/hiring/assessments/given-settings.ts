import type { AssessmentSettings } from "#app/domain/hiring/assessment.ts";

const ticked = (isTicked: boolean, name: string): Record<string, string> => (isTicked ? { [name]: "on" } : {});

/** What stands in the fields of a form, by their names: as a form that was sent has it. */
export function givenOf(settings: AssessmentSettings): Record<string, string> {
  const { feedback } = settings;
  return {
    name: settings.name,
    about: settings.about,
    contact: settings.contact,
    deadline: settings.deadline ?? "",
    warmUp: settings.warmUp ?? "",
    attempts: String(settings.attempts),
    retentionDays: String(settings.retentionDays),
    reviewersPerSession: String(settings.reviewersPerSession),
    gateKappa: String(settings.gateKappa),
    gateLeast: String(settings.gateLeast),
    ...ticked(settings.modelMayGrade, "modelMayGrade"),
    ...ticked(settings.hideUnvalidated, "hideUnvalidated"),
    ...ticked(feedback.levels, "feedback-levels"),
    ...ticked(feedback.words, "feedback-words"),
    ...ticked(feedback.study, "feedback-study"),
    ...ticked(feedback.appeal, "feedback-appeal"),
    ...Object.fromEntries(
      settings.parts.flatMap(({ scenarioHash, minutes }, index) => [
        [`part-${index + 1}`, scenarioHash],
        [`minutes-${index + 1}`, minutes === null ? "" : String(minutes)],
      ]),
    ),
  };
}
