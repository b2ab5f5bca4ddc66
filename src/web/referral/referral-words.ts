/** The public form by which relatives reach the desk. Nothing on it tells where the code hangs. */
export const publicReferralWords = {
  title: { da: 'Kontakt til en pårørendevejleder', en: 'Contact with an advisor for relatives' },
  lead: {
    da: 'Er du tæt på en, der er syg eller har brug for hjælp? En pårørendevejleder kan ringe til dig. Det er gratis, og du kan altid sige nej tak.',
    en: 'Are you close to somebody who is ill or needs help? An advisor for relatives can call you. It is free, and you can always say no.',
  },
  self: { da: 'Jeg er selv pårørende', en: 'I am a relative' },
  selfLead: { da: 'Vil du ringes op?', en: 'Do you want a call?' },
  staff: { da: 'Jeg henviser en pårørende', en: 'I refer a relative' },
  staffLead: {
    da: 'Er du medarbejder, og har den pårørende sagt ja?',
    en: 'Are you staff, and has the relative said yes?',
  },
  call: { da: 'Du kan også ringe til os på', en: 'You can also call us on' },
  selfTitle: { da: 'Skriv, hvor vi kan ringe til dig', en: 'Write where we can call you' },
  staffTitle: { da: 'Henvis en pårørende', en: 'Refer a relative' },
  warning: {
    da: 'Skriv ikke om sygdom eller helbred, og skriv ikke cpr-nummer. Vi har ikke brug for at vide det. Skriv heller ikke, hvad den syge hedder.',
    en: 'Do not write about illness or health, and no civil registration number. We do not need it. Do not write the name of the person who is ill either.',
  },
  selfName: { da: 'Dit navn', en: 'Your name' },
  selfNameHint: { da: 'Dit fornavn er nok.', en: 'Your first name is enough.' },
  name: { da: 'Den pårørendes navn', en: 'The relative’s name' },
  nameHint: { da: 'Fornavnet er nok.', en: 'The first name is enough.' },
  selfNumber: { da: 'Dit mobilnummer', en: 'Your mobile number' },
  number: { da: 'Den pårørendes mobilnummer', en: 'The relative’s mobile number' },
  numberHint: { da: 'For eksempel 12 34 56 78', en: 'For example 12 34 56 78' },
  selfRelation: {
    da: 'Hvem er du i forhold til den, der er syg?',
    en: 'Who are you to the person who is ill?',
  },
  relation: {
    da: 'Hvem er den pårørende i forhold til den, der er syg?',
    en: 'Who is the relative to the person who is ill?',
  },
  area: { da: 'Hvor får den, der er syg, hjælp?', en: 'Where does the person who is ill get help?' },
  choose: { da: 'Vælg', en: 'Choose' },
  note: { da: 'Er der noget, vi skal vide, når vi ringer?', en: 'Anything we should know when we call?' },
  noteHint: {
    da: 'For eksempel, hvornår det passer bedst. Ikke noget om sygdom, og intet cpr-nummer.',
    en: 'For example which hours suit best. Nothing about illness, no civil registration number.',
  },
  byName: { da: 'Dit navn', en: 'Your name' },
  byContact: { da: 'Hvor kan vi nå dig?', en: 'Where can we reach you?' },
  byContactHint: { da: 'Arbejdstelefon eller arbejdsmail.', en: 'Phone or e-mail at work.' },
  selfConsent: {
    da: 'Ja, I må gemme mit navn og nummer og ringe til mig',
    en: 'Yes, you may keep my name and number and call me',
  },
  consent: {
    da: 'Den pårørende har sagt ja til, at jeg giver navn og nummer videre, og at I ringer',
    en: 'The relative has said yes to me passing on name and number, and to your call',
  },
  selfSend: { da: 'Send', en: 'Send' },
  send: { da: 'Send henvisningen', en: 'Send the referral' },
  problems: { da: 'Ret dette, og prøv igen', en: 'Correct this and try again' },
  failed: { da: 'Fejl: {title}', en: 'Error: {title}' },
  missing: { da: 'Skal udfyldes.', en: 'Must be filled in.' },
  tooLong: { da: 'Er for lang.', en: 'Is too long.' },
  selfYesMissing: { da: 'Sæt kryds, hvis vi må ringe til dig.', en: 'Tick this if we may call you.' },
  doneTitle: { da: 'Tak. Det er sendt til os', en: 'Thank you. It has been sent to us' },
  doneLead: {
    da: 'En pårørendevejleder ringer inden for {n} hverdage. Vi ringer fra kommunen og beder aldrig om cpr-nummer.',
    en: 'An advisor calls within {n} working days. We call from the municipality and never ask for a civil registration number.',
  },
  doneNext: {
    da: 'Passer det dårligt, når vi ringer, aftaler vi bare et andet tidspunkt. Du behøver ikke gøre mere.',
    en: 'If the call comes at a bad time, we agree on another. You need do nothing more.',
  },
  doneCall: {
    da: 'Haster det, eller har du fortrudt, så ring til os på',
    en: 'If it is urgent, or you changed your mind, call us on',
  },
  goneTitle: { da: 'Adressen virker ikke', en: 'The address does not work' },
  goneLead: {
    da: 'Den kan være lukket, eller der kan mangle noget af den. Du har ikke gjort noget forkert.',
    en: 'It may be closed, or a part of it may be missing. You did nothing wrong.',
  },
  goneHelp: {
    da: 'Vil du tale med en pårørendevejleder, så ring til os på',
    en: 'To talk to an advisor for relatives, call us on',
  },
} as const;
