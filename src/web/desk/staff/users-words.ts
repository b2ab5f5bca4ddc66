export const usersWords = {
  title: { da: 'Brugere', en: 'Users' },
  lead: {
    da: 'Dem, der kan logge ind i Limen, med rolle og enheder.',
    en: 'Those who can log in to Limen, with role and units.',
  },
  leadIdentity: {
    da: 'Brugere kommer fra kommunens login: de oprettes, når de logger ind første gang, og rollen følger med.',
    en: 'Users come from the login of the municipality: they are made at their first login, and the role comes with it.',
  },
  make: { da: 'Opret bruger', en: 'Make a user' },
  makeTitle: { da: 'Opret en bruger', en: 'Make a user' },
  makeLead: {
    da: 'Du får et link, som du giver brugeren. Der vælger brugeren selv adgangskode og forbinder sin kode-app.',
    en: 'You get a link to give to the user, who then chooses a password and connects an authenticator.',
  },
  name: { da: 'Navn', en: 'Name' },
  email: { da: 'E-mail', en: 'E-mail' },
  emailHint: {
    da: 'Den, brugeren logger ind med. Vi sender ikke noget til den.',
    en: 'What the user logs in with. We send nothing to it.',
  },
  role: { da: 'Rolle', en: 'Role' },
  roleHint: {
    da: 'Læser: ser, men ændrer ikke. Rådgiver: følger og svarer pårørende. Koordinator: også mange på én gang, vejviser og drift. Administrator: også brugere og indstillinger.',
    en: 'Reader: looks but changes nothing. Advisor: follows and answers relatives. Coordinator: also many at once, signpost and operations. Administrator: also users and settings.',
  },
  units: { da: 'Enheder', en: 'Units' },
  unitsHint: {
    da: 'Brugeren ser pårørende i de valgte enheder og dem under dem.',
    en: 'The user sees relatives of the chosen units and those under them.',
  },
  allUnits: { da: 'Alle enheder', en: 'All units' },
  noUnits: { da: 'Ingen enheder: ser ingen pårørende', en: 'No units: sees no relatives' },
  state: { da: 'Status', en: 'State' },
  way: { da: 'Logger ind med', en: 'Logs in by' },
  seen: { da: 'Sidst set', en: 'Last seen' },
  linkTitle: { da: 'Giv linket til {name}', en: 'Give the link to {name}' },
  linkLead: {
    da: 'Linket vises kun nu. Det gælder i tre døgn og kan bruges én gang. Giv det på en sikker måde, for den, der har det, bliver brugeren.',
    en: 'The link is shown only now. It is valid for three days and can be used once. Hand it over safely: whoever has it becomes the user.',
  },
  toUser: { da: 'Til brugeren', en: 'To the user' },
  change: { da: 'Navn, rolle og enheder', en: 'Name, role and units' },
  claimed: {
    da: 'Navn og rolle følger af kommunens login og bliver rettet ved næste login.',
    en: 'Name and role follow from the login of the municipality and are corrected at the next login.',
  },
  emergency: {
    da: 'En nødadgang: adgangskode og kode-app virker, også når kommunens login er nede. Hver brug giver et varsel. Luk adgangen, når den ikke skal bruges mere.',
    en: 'An emergency account: password and authenticator work also when the login of the municipality is down. Each use raises an alert. Close the access when it is needed no more.',
  },
  access: { da: 'Adgang', en: 'Access' },
  anew: { da: 'Giv en ny invitation', en: 'Give a new invitation' },
  anewTitle: { da: 'Ny invitation til {name}?', en: 'A new invitation for {name}?' },
  anewText: {
    da: 'Brug den, når adgangskoden er glemt eller telefonen væk. Vær sikker på, hvem du taler med. Den gamle adgangskode, kode-appen og gendannelseskoderne virker ikke mere, og brugeren bliver logget af. Det kan ikke fortrydes.',
    en: 'For when the password is forgotten or the phone is gone. Be sure whom you are talking to. The old password, authenticator and recovery codes stop working and the user is logged out. It cannot be undone.',
  },
  doAnew: { da: 'Lav et nyt link', en: 'Make a new link' },
  close: { da: 'Luk adgangen', en: 'Close the access' },
  closeTitle: { da: 'Luk adgangen for {name}?', en: 'Close the access of {name}?' },
  closeText: {
    da: 'Brugeren bliver logget af med det samme og kan ikke logge ind. Alt, brugeren har skrevet, bliver. Du kan åbne adgangen igen.',
    en: 'The user is logged out at once and cannot log in. Everything the user wrote stays. You can open the access again.',
  },
  effectSessions: { da: 'Åbne sessioner, der lukkes: {n}', en: 'Open sessions that end: {n}' },
  effectRelatives: {
    da: 'Pårørende, brugeren følger, og som en anden skal tage over: {n}',
    en: 'Relatives the user follows, whom somebody else must take over: {n}',
  },
  effectAppointments: { da: 'Kommende aftaler: {n}', en: 'Appointments to come: {n}' },
  effectShielded: {
    da: 'Skærmede pårørende, som derefter ingen kan se: {n}',
    en: 'Shielded relatives nobody can see afterwards: {n}',
  },
  doClose: { da: 'Luk adgangen', en: 'Close the access' },
  reopen: { da: 'Åbn adgangen igen', en: 'Open the access again' },
  sessions: { da: 'Sessioner', en: 'Sessions' },
  mine: { da: 'Mine sessioner', en: 'My sessions' },
  mineLead: {
    da: 'Her er du logget ind nu. Kender du ikke en af dem, så afslut den, og sig det til en administrator.',
    en: 'Where you are logged in now. If you do not know one of them, end it and tell an administrator.',
  },
  noSessions: { da: 'Ingen åbne sessioner.', en: 'No open sessions.' },
  thisOne: { da: 'Denne browser', en: 'This browser' },
  someBrowser: { da: 'Ukendt browser', en: 'Unknown browser' },
  since: { da: 'Logget ind {at} med {how}', en: 'Logged in {at} by {how}' },
  lastSeen: { da: 'Sidst set {at}', en: 'Last seen {at}' },
  mark: { da: 'Kendetegn {handle}', en: 'Mark {handle}' },
  end: { da: 'Afslut', en: 'End' },
  endOthers: { da: 'Afslut alle andre', en: 'End all others' },
  endAll: { da: 'Afslut alle', en: 'End all' },
} as const;

export const stateWords = {
  active: { da: 'Aktiv', en: 'Active' },
  invited: { da: 'Inviteret', en: 'Invited' },
  lapsed: { da: 'Invitation udløbet', en: 'Invitation lapsed' },
  closed: { da: 'Lukket', en: 'Closed' },
} as const;

export const wayWords = {
  demo: { da: 'ét klik (demo)', en: 'one click (demo)' },
  password: { da: 'adgangskode og kode', en: 'password and code' },
  recovery: { da: 'adgangskode og gendannelseskode', en: 'password and recovery code' },
  emergency: { da: 'nødadgang', en: 'emergency account' },
  oidc: { da: 'kommunens login', en: 'the login of the municipality' },
} as const;
