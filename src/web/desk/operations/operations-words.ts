export const operationsWords = {
  title: { da: 'Drift', en: 'Operations' },
  lead: {
    da: 'Sådan går det systemet selv. Her står kun tal, ingen pårørende.',
    en: 'How the system itself is doing. Figures only, no relatives.',
  },
  parts: { da: 'Det, systemet har brug for', en: 'What the system needs' },
  database: { da: 'Database', en: 'Database' },
  queue: { da: 'Arbejdskø', en: 'Work queue' },
  gateway: { da: 'Sms-udbyder', en: 'SMS provider' },
  usable: { da: 'virker', en: 'works' },
  late: { da: 'svarer ikke i tide', en: 'does not answer in time' },
  failing: { da: 'virker ikke', en: 'does not work' },
  queues: { da: 'Arbejdskøer', en: 'Work queues' },
  queuesAway: {
    da: 'Køen svarer ikke. Intet går tabt: databasen husker alt, og arbejdet gøres lidt senere.',
    en: 'The queue does not answer. Nothing is lost: the database remembers, and the work is done a little later.',
  },
  name: { da: 'Arbejde', en: 'Work' },
  waiting: { da: 'Venter', en: 'Waiting' },
  active: { da: 'I gang', en: 'Being done' },
  due: { da: 'Det, der venter', en: 'What waits' },
  what: { da: 'Hvad', en: 'What' },
  count: { da: 'Antal', en: 'Count' },
  since: { da: 'Ældste har ventet', en: 'The oldest has waited' },
  timers: { da: 'Trin, der skal ske nu', en: 'Steps due now' },
  answers: { da: 'Svar på vej ud', en: 'Answers on their way' },
  rest: { da: 'Andre sms på vej ud', en: 'Other texts on their way' },
  putOff: { da: 'Sms’er, udbyderen ikke tog imod endnu', en: 'Texts the provider refused for now' },
  sending: { da: 'Sms ved at blive sendt', en: 'Texts being sent' },
  unknown: { da: 'Sms’er, som måske er sendt', en: 'Texts we do not know have left' },
  newReplies: {
    da: 'Modtagne sms, der ikke er læst af systemet',
    en: 'Received texts not yet read by the system',
  },
  unchained: { da: 'Poster i loggen, der ikke er låst endnu', en: 'Log entries that are not locked yet' },
  window: {
    da: 'Vi sender ikke almindelige sms nu. De venter, til det igen er tid, og bliver så sendt af sig selv.',
    en: 'We send no ordinary texts now. They wait until the hours for it, and then leave by themselves.',
  },
  leases: { da: 'Faste opgaver, systemet selv passer', en: 'Standing duties the system sees to' },
  lease: { da: 'Opgave', en: 'Duty' },
  ends: { da: 'Passes lige nu', en: 'Being seen to' },
  free: { da: 'nej, den næste tager over', en: 'no, the next takes over' },
  seconds: { da: 'ja, {n} sekunder endnu', en: 'yes, for another {n} seconds' },
  aside: { da: 'Sat til side', en: 'Set aside' },
  asideHint: {
    da: 'Forløb og svar, som systemet ikke kunne komme videre med. De andre går videre imens.',
    en: 'Journeys and replies the system could not go on with. The others go on meanwhile.',
  },
  nothingAside: {
    da: 'Intet er sat til side. Der er ikke noget at gøre.',
    en: 'Nothing is set aside. There is nothing to do.',
  },
} as const;

export const leaseWords = {
  heartbeat: { da: 'Eftersyn af, hvad der skal ske nu', en: 'Looking for what is due' },
  'sender:name': { da: 'Sende sms fra navnet', en: 'Sending texts from the name' },
  reconcile: { da: 'Afstemning efter en gendannelse', en: 'Reconciling after a restore' },
  'sender:number': { da: 'Sende sms fra nummeret', en: 'Sending texts from the number' },
} as const;

/** What each queue is for. */
export const queueWords = {
  inline: { da: 'Alt arbejde, på denne maskine', en: 'All work, on this machine' },
  'limen-timers': { da: 'Trin, der skal ske', en: 'Steps that are due' },
  'limen-inbound': { da: 'Modtagne sms', en: 'Texts received' },
  'limen-fan-out': { da: 'Mange på én gang', en: 'Many at once' },
  'limen-send-name': { da: 'Sms fra navnet', en: 'Texts from the name' },
  'limen-send-number': { da: 'Sms fra nummeret', en: 'Texts from the number' },
} as const;
