/**
 * Everyday words that say the same when something technical is explained, and words that say the opposite. Kept apart from
 * the field's own concepts: these hold in any subject. Ambiguous words are left out, because a loose group makes every
 * answer look right.
 */
import { wordsIn } from "./words.ts";

const groups = `
  big large huge great
  small little tiny
  quick fast rapid speedy swift
  slow sluggish
  begin start commence
  end finish terminate conclude
  make create build construct produce generate
  show display exhibit reveal demonstrate
  help assist aid
  need require necessary
  allow enable permit
  prevent avoid stop block
  reduce decrease lessen diminish lower shrink drop fall decline
  increase raise grow rise
  change alter modify
  different distinct dissimilar
  same identical equal
  like similar alike
  connect attach link join
  contain include hold comprise
  send transmit forward
  receive get obtain
  keep retain maintain preserve
  remove delete erase eliminate
  add insert append
  find locate discover
  choose select pick
  check verify validate inspect
  compute calculate
  divide split partition
  combine merge unite
  mean signify denote
  cause lead
  answer reply respond
  error mistake fault bug
  wrong incorrect false
  right correct true
  hard difficult
  easy simple
  part piece portion section component
  whole entire complete
  amount quantity
  way method approach manner technique
  aim goal purpose objective
  advantage benefit pro
  disadvantage drawback downside con
  broken damaged
  bulb lamp
  often frequently
  rare seldom
  sometimes occasionally
  always constantly
  maximum largest highest most
  minimum smallest lowest least
  first initial
  last final
  empty vacant
  several multiple many
  less few fewer
  cost expense
  cheap inexpensive
  expensive costly
  near close
  far distant
  old ancient
  new novel
  data information
  function routine procedure
  argument parameter
  loop iteration
  gap space
  route path
  packet datagram
  acknowledge ack acknowledgement
  collide collision
  sequence series order
  network net
  two 2
  three 3
  four 4
  five 5
  six 6
  seven 7
  eight 8
  nine 9
  ten 10
  zero 0
  depend rely
  stay remain
  exceed surpass
  occur happen
  affect influence
  improve enhance better
  worsen worse
  try attempt
  permit authorise
  quit leave
  use utilise employ
  guess estimate
  test examine
  fix repair correct
  copy duplicate
  before prior
  every each
  only just solely
  enough sufficient suffice
  extra additional further
  again repeat
  long lengthy
  short brief
  early beforehand
  finish end stop halt cease
  stop finish
  fix freeze lock
  store save keep
  store persist
  return give back deliver
  outcome result
  deliver arrive
  guarantee ensure assure
  protect secure safeguard shield
  safe secure
  miss overlook
  matter relevant important
  relevant pertinent
  irrelevant noise
  bury hide
  hidden conceal
  common shared joint
  price cost
  strict rigid stern
  thousand 1000
  hundred 100
  million 1000000
  half 50
  dozen 12
  paragraph passage
  base rest rely
  name cite mention
  approve authorise consent
  allow permission entitle
  human person people somebody someone
  people everyone everybody
  teach learn train
  swap exchange switch
  replace substitute
  convert turn transform translate
  start launch
  predict forecast
  random unpredictable arbitrary
  rebuild reconstruct
  recompute recalculate
  ocean sea
  warm heat
  road street
  car vehicle
  illness disease
  doctor physician
  child kid
  pupil student
  teacher instructor
  programme application app
  software program code
  machine computer server
  disk drive
  folder directory
  thread task
  memory ram
  storage disk
  operation action
  steps stages
  phase stage
  law regulation
  topic subject
  domain field area
  view opinion
  judge rate assess grade
  score grade mark
  agree match
  accept approve
  reject refuse
  demand require
  explain describe clarify
  state say tell
  understand grasp
  notice detect spot
  discover detect
  watch observe
  supply provide offer
  supply feed
  obtain gather collect acquire
  spread distribute
  limit restrict cap
  exceed outgrow
  double twice
  absent missing
  lack missing
  available present
  popular common
  important crucial vital essential
  main chief primary principal
  major main
  minor small
  clear obvious plain evident
  vague unclear
  certain sure
  perhaps possible
  exact precise accurate
  roughly approximately nearly almost
  immediately instantly
  effective immediate
  suddenly abruptly
  regularly routinely
  nightly night
  yearly annual year
  hourly hour
  later afterwards
  earlier previous
  previous former old prior
  next following subsequent
  now currently
  current present
  kind type
  example instance
  case situation scenario
  problem issue trouble
  task job
  work labour
  worker employee
  company firm business
  boss manager
  customer client
  buy purchase
  own possess
  strong powerful
  weak feeble
  flexible adaptable
  adapt adjust
  rank order
  organise arrange
  category class
  feature property attribute characteristic
  sentence phrase
  text wording
  mistaken wrong
  odd strange unusual
  normal ordinary usual
  pull attract
  push repel
  dirt soil
  rock stone
  warm hot
  cold cool
  power energy
  usually typically normally generally
`;

const opposites = `
  increase decrease
  more less
  more fewer
  faster slower
  fast slow
  quick slow
  high low
  higher lower
  large small
  larger smaller
  big small
  bigger smaller
  greater smaller
  greater less
  long short
  longer shorter
  early late
  earlier later
  before after
  first last
  always never
  all none
  everything nothing
  same different
  open closed
  connected disconnected
  connect disconnect
  connected separated
  true false
  correct incorrect
  right wrong
  allow prevent
  allow forbid
  enable disable
  maximum minimum
  most least
  best worst
  better worse
  easy difficult
  easy hard
  simple complex
  cheap expensive
  cheaper dearer
  full empty
  present absent
  positive negative
  static dynamic
  public private
  internal external
  inside outside
  success failure
  succeed fail
  accept reject
  include exclude
  begin end
  top bottom
  front back
  strong weak
  near far
  above below
  over under
  up down
  hot cold
  push pull
  send receive
  encrypt decrypt
  reliable unreliable
  stable unstable
  known unknown
  ordered unordered
  linear nonlinear
  mutable immutable
  synchronous asynchronous
  necessary unnecessary
  possible impossible
  visible invisible
  valid invalid
  safe unsafe
  fresh stale
  gain lose
  keep discard
  loud quiet
  thick thin
  wide narrow
  heavy light
  hard soft
  rough smooth
`;

function keysOf(line: string): string[] {
  return [...new Set(wordsIn(line).map(({ key }) => key))];
}

function linesOf(table: string): string[][] {
  return table
    .split("\n")
    .map(keysOf)
    .filter((keys) => keys.length > 1);
}

export function partners(table: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const keys of linesOf(table)) {
    for (const key of keys) {
      const others = found.get(key) ?? new Set();
      for (const other of keys) if (other !== key) others.add(other);
      found.set(key, others);
    }
  }
  return found;
}

const none: ReadonlySet<string> = new Set();
export const alike = partners(groups);
const opposed = partners(opposites);

/** Keys of other words that say the same as the word of this key. */
export function sameSayingAs(key: string): ReadonlySet<string> {
  return alike.get(key) ?? none;
}

const found = new Map<string, ReadonlySet<string>>();

/** Keys of words that say the opposite, directly or by a word that says the same. */
export function oppositesOf(key: string): ReadonlySet<string> {
  let all = found.get(key);
  if (!all) {
    const near = [key, ...sameSayingAs(key)].flatMap((word) => [...(opposed.get(word) ?? none)]);
    all = new Set(near.flatMap((word) => [word, ...sameSayingAs(word)]).filter((word) => !sameSayingAs(key).has(word)));
    if (found.size < 20_000) found.set(key, all);
  }
  return all;
}
