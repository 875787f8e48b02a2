/**
 * Everyday words that say the same, a line each. Ambiguous words are left out, because a loose group makes every answer
 * look right.
 */
export const sameInAnySubject = `
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
