// What a person is told when a backup was put back: Danish first, English beside it.

export const restoredWords = {
  taken: {
    da: 'En sikkerhedskopi fra {when} er lagt tilbage.',
    en: 'A backup of {when} was put back.',
  },
  counts: {
    da: "Vi har hentet {heard} sms'er fra pårørende hos sms-udbyderen og genkendt {recognised} sms'er, der var sendt siden.",
    en: 'We fetched {heard} texts from relatives from the provider and recognised {recognised} that had left since.',
  },
  strange: {
    da: "{strange} sms'er var sendt, som vi ikke kender herfra. Se efter hos: {people}.",
    en: '{strange} texts had left that are not known here. Look at: {people}.',
  },
  unknown: { da: "{n} sms'er til numre, vi ikke kender", en: '{n} texts to numbers we do not know' },
  paused: {
    da: '{paused} kredse er sat på pause, fordi en sms, der skulle være sendt, ikke var det.',
    en: '{paused} circles were paused, because a text that should have left had not.',
  },
  lost: {
    da: 'Alt andet siden da mangler: pauser, dødsfald, svar på siderne, nye tilmeldinger og det, I har skrevet. Skriv pauser og dødsfald ind først.',
    en: 'All else since then is missing: pauses, deaths, answers on the pages, new enrolments, what you wrote. Enter pauses and deaths first.',
  },
  away: {
    da: 'En sikkerhedskopi er lagt tilbage, men sms-udbyderen svarer ikke. Indtil den gør det, sender vi ingen sms.',
    en: 'A backup was put back, but the SMS provider does not answer. Until it does, we send nothing.',
  },
} as const;
