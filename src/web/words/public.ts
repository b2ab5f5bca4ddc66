/** The accessibility statement and the cookie notice. */
export const publicWords = {
  wasTitle: { da: 'Tilgængelighedserklæring', en: 'Accessibility statement' },
  wasLead: {
    da: 'Vi vil gerne have, at alle kan bruge disse sider, også med skærmlæser, forstørrelse, tastatur eller stemme.',
    en: 'We want everybody to be able to use these pages, also with a screen reader, magnification, keyboard or voice.',
  },
  wasStatus: { da: 'Hvor langt vi er', en: 'How far we are' },
  wasStatusText: {
    da: 'Siderne er bygget efter WCAG 2.2 på niveau AA og EN 301 549. Hver side prøves maskinelt, når der ændres noget. De er endnu ikke gennemgået af en uafhængig ekspert, så der kan være fejl, vi ikke har fundet.',
    en: 'The pages are built to WCAG 2.2 level AA and EN 301 549. Every page is tested by machine whenever something changes. An independent expert has not reviewed them yet, so there may be faults we have not found.',
  },
  wasHelp: { da: 'Er der noget, du ikke kan bruge?', en: 'Is there something you cannot use?' },
  wasHelpText: {
    da: 'Ring til os, så får du det, der står på siden, på en anden måde, og vi retter fejlen. Vores nummer er',
    en: 'Call us and you get what the page says in another way, and we correct the fault. Our number is',
  },
  wasComplaint: { da: 'Klage', en: 'Complaint' },
  wasComplaintText: {
    da: 'Er du ikke tilfreds med vores svar, kan du klage til Digitaliseringsstyrelsen, som fører tilsyn med loven om tilgængelighed på offentlige hjemmesider.',
    en: 'If you are not satisfied with our answer, you can complain to the Danish Agency for Digital Government, which supervises the law on accessible public websites.',
  },
  cookiesTitle: { da: 'Cookies', en: 'Cookies' },
  cookiesLead: {
    da: 'Vi bruger kun de cookies, der skal til, for at siderne virker. Vi måler ikke på dig, og ingen andre får noget at vide. Derfor spørger vi ikke om lov.',
    en: 'We only use the cookies the pages need to work. We do not track you, and nobody else is told anything. That is why we do not ask for permission.',
  },
  cookieLife: { da: 'Hvor længe', en: 'How long' },
  cookiePage: {
    da: 'Holder din besked åben, mens du læser den',
    en: 'Keeps your message open while you read it',
  },
  cookiePageLife: {
    da: '30 minutter uden brug, højst 2 timer',
    en: '30 minutes without use, 2 hours at most',
  },
  cookieForm: {
    da: 'Sikrer, at det er dig, der trykker på knapperne',
    en: 'Makes sure that it is you who presses the buttons',
  },
  cookieLanguage: { da: 'Husker det sprog, du har valgt', en: 'Remembers the language you chose' },
  cookieStaff: { da: 'Holder medarbejdere logget på', en: 'Keeps staff logged in' },
  cookieStaffLife: {
    da: 'Til de logger af, højst en arbejdsdag',
    en: 'Until they log out, one working day at most',
  },
  untilClosed: { da: 'Til du lukker browseren', en: 'Until you close the browser' },
} as const;
