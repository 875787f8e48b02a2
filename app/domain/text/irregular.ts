/**
 * Forms of English words that no rule of endings leads back to their plain form. Left out are forms that are words of their
 * own in this field or in plain English: ground, left, saw, felt, bound, wound, thought, lay.
 */

const families = `
  arise arose arisen
  beat beaten
  become became
  begin began begun
  bend bent
  break broke broken
  bring brought
  build built
  buy bought
  catch caught
  choose chose chosen
  come came
  deal dealt
  drive drove driven
  eat ate eaten
  fall fell fallen
  fight fought
  find found
  fly flew flown
  forbid forbade forbidden
  forget forgot forgotten
  freeze froze frozen
  grow grew grown
  hear heard
  hide hid hidden
  hold held
  keep kept
  know knew known
  lead led
  learn learnt
  lend lent
  lose lost
  mean meant
  meet met
  pay paid
  rebuild rebuilt
  rewrite rewrote rewritten
  ride rode ridden
  rise risen
  run ran
  sell sold
  send sent
  shake shook shaken
  shine shone
  show shown
  shrink shrank shrunk
  sleep slept
  speak spoke spoken
  spend spent
  spin spun
  stand stood
  steal stole stolen
  stick stuck
  strike struck
  sweep swept
  swing swung
  teach taught
  tear tore torn
  tell told
  throw threw thrown
  understand understood
  wear wore worn
  win won
  withdraw withdrew withdrawn
  write wrote written
  child children
  criterion criteria
  hypothesis hypotheses
  index indices
  matrix matrices
  vertex vertices
  person persons
`;

/** A form, and the plain word it is a form of. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  families
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [plain = "", ...forms] = line.trim().split(/\s+/);
      return forms.map((form) => [form, plain] as const);
    }),
);
