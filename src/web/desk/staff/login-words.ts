export const loginWords = {
  title: { da: 'Log ind', en: 'Log in' },
  demoHeading: { da: 'DEMO – uden adgangskode', en: 'DEMO – without a password' },
  demoText: {
    da: 'Vælg en rolle. Alle personer og numre er opdigtede. Med rigtige sms’er findes denne side ikke.',
    en: 'Choose a role. Every person and number is made up. With real text messages this page does not exist.',
  },
  advisor: {
    da: 'Rådgiver: følger de pårørende og svarer dem',
    en: 'Advisor: follows the relatives and answers them',
  },
  coordinator: { da: 'Koordinator: holder styr på forløbene', en: 'Coordinator: keeps track of the flows' },
  administrator: { da: 'Administrator: må alt', en: 'Administrator: may do everything' },
  reader: { da: 'Læser: må se, men ikke ændre', en: 'Reader: may look but change nothing' },
  demoAccount: { da: 'Eller som uden for demoen', en: 'Or as outside the demo' },
  email: { da: 'E-mail', en: 'E-mail' },
  password: { da: 'Adgangskode', en: 'Password' },
  next: { da: 'Fortsæt', en: 'Continue' },
  forgotten: {
    da: 'Har du glemt adgangskoden eller mistet din kode-app, så bed en administrator om en ny invitation.',
    en: 'If you forgot the password or lost your authenticator, ask an administrator for a new invitation.',
  },
  identityText: {
    da: 'Du logger ind med dit arbejdslogin hos kommunen.',
    en: 'You log in with your work account at the municipality.',
  },
  identity: { da: 'Log ind med kommunens login', en: 'Log in through the municipality' },
  emergencyLink: {
    da: 'Nødadgang, når kommunens login er nede',
    en: 'Emergency login, when that login is down',
  },
  emergencyTitle: { da: 'Nødadgang', en: 'Emergency login' },
  emergencyText: {
    da: 'Kun for den administrator, der har fået en nødadgang, og kun når kommunens login ikke svarer. Hver brug giver et varsel til administratorerne og står i loggen.',
    en: 'Only for the administrator who was given an emergency account, and only when the login of the municipality does not answer. Each use raises an alert to the administrators and stands in the log.',
  },
  codeTitle: { da: 'Skriv koden', en: 'Enter the code' },
  codeLead: {
    da: 'Åbn din kode-app, og skriv de 6 cifre for Limen.',
    en: 'Open your authenticator and enter the 6 digits for Limen.',
  },
  code: { da: 'Kode', en: 'Code' },
  codeHint: {
    da: 'Koden skifter hvert halve minut og kan kun bruges én gang. Har du ikke telefonen, så skriv en af dine gendannelseskoder.',
    en: 'The code changes every half minute and can be used once. Without your phone, enter one of your recovery codes.',
  },
  enter: { da: 'Log ind', en: 'Log in' },
  again: { da: 'Begynd forfra', en: 'Start again' },
  leftTitle: { da: 'Du er logget af Limen', en: 'You are logged out of Limen' },
  leftGoOn: {
    da: 'Nu bliver du sendt videre for også at blive logget af kommunens login.',
    en: 'You are now sent on to be logged out of the login of the municipality too.',
  },
  leftLink: { da: 'Log også af kommunens login', en: 'Log out of the login of the municipality too' },
  toLogin: { da: 'Til login', en: 'To the login' },
  leftStill: {
    da: 'Du kan stadig være logget ind med kommunens login. Luk alle browserens vinduer, hvis andre bruger computeren.',
    en: 'You may still be logged in with the municipality. Close all windows of the browser if others use this computer.',
  },
  refused: { da: 'Du er ikke logget ind', en: 'You are not logged in' },
} as const;

export const invitationWords = {
  title: { da: 'Velkommen til Limen', en: 'Welcome to Limen' },
  landing: {
    da: 'Du er inviteret til at arbejde i Limen. Du skal bruge en telefon med en kode-app, for eksempel Microsoft Authenticator eller Google Authenticator. Det tager fem minutter.',
    en: 'You are invited to work in Limen. You need a phone with an authenticator app, for example Microsoft Authenticator or Google Authenticator. It takes five minutes.',
  },
  landingHint: {
    da: 'Invitationen er kun til dig og kan bruges én gang.',
    en: 'The invitation is for you alone and can be used once.',
  },
  begin: { da: 'Begynd', en: 'Begin' },
  lead: { da: 'Hej {name}. Du logger ind med {email}.', en: 'Hello {name}. You log in with {email}.' },
  passwordHeading: { da: '1. Vælg en adgangskode', en: '1. Choose a password' },
  password: { da: 'Adgangskode', en: 'Password' },
  passwordHint: {
    da: 'Mindst 12 tegn. Fire tilfældige ord er bedre end få sære tegn. Ikke navne, kommunen eller årstider. Du skal aldrig skifte den, medmindre nogen kender den.',
    en: 'At least 12 characters. Four random words are better than a few odd characters. No names, the municipality or seasons. You need never change it, unless somebody knows it.',
  },
  again: { da: 'Adgangskoden igen', en: 'The password again' },
  appHeading: { da: '2. Forbind din kode-app', en: '2. Connect your authenticator' },
  scan: {
    da: 'Åbn kode-appen på telefonen, tilføj en konto, og scan billedet.',
    en: 'Open the authenticator on your phone, add an account and scan the picture.',
  },
  qr: { da: 'QR-kode til din kode-app', en: 'QR code for your authenticator' },
  secret: {
    da: 'Kan du ikke scanne, så skriv nøglen ind i appen:',
    en: 'If you cannot scan, type this key into the app:',
  },
  code: { da: 'Koden, appen viser', en: 'The code the app shows' },
  codeHint: { da: '6 cifre', en: '6 digits' },
  take: { da: 'Gem, og log ind', en: 'Save, and log in' },
  codesTitle: { da: 'Gem dine gendannelseskoder', en: 'Keep your recovery codes' },
  codesLead: {
    da: 'Mister du telefonen, kommer du ind med en af disse koder i stedet. Hver kan bruges én gang. De vises kun nu: skriv dem ud, eller gem dem et sikkert sted, som ikke er telefonen.',
    en: 'If you lose the phone, one of these codes lets you in instead. Each can be used once. They are shown only now: print them, or keep them in a safe place that is not the phone.',
  },
  toDesk: { da: 'Jeg har gemt koderne', en: 'I have kept the codes' },
} as const;
