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
  closedHeading: { da: 'Login er ikke sat op endnu', en: 'Login is not set up yet' },
  closedText: {
    da: 'Medarbejdere skal logge ind med kommunens eget login. Det er ikke sat op her, så ingen kan komme ind. Spørg den, der driver systemet.',
    en: 'Staff are to log in through the municipality. That is not set up here, so nobody can get in. Ask whoever runs the system.',
  },
} as const;
