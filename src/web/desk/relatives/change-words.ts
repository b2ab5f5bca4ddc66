/** Changing a record, its circle, and who sees it. */
export const changeWords = {
  title: { da: 'Ret oplysninger', en: 'Change the record' },
  titleOf: { da: 'Ret oplysninger: {name}', en: 'Change the record: {name}' },
  gender: { da: 'Køn', en: 'Gender' },
  channel: { da: 'Vi skriver eller ringer', en: 'We write or call' },
  landline: {
    da: 'Nummeret er fastnet, så sms bliver til opkald.',
    en: 'The number is a landline, so texts become calls.',
  },
  onlyCall: { da: 'Kun ring', en: 'Calls only' },
  onlyCallHint: {
    da: 'Der bliver aldrig sendt noget, heller ikke svar på den pårørendes egne sms’er. Det, der venter på at blive sendt, bliver til opkald. Skriv det trygge tidsrum nedenfor.',
    en: 'Nothing is ever sent, not even answers to the relative’s own texts. What waits to be sent becomes calls. Write the safe hours below.',
  },
  hours: { da: 'Hvornår passer det bedst?', en: 'When does it suit best?' },
  hoursFrom: { da: 'Fra kl.', en: 'From' },
  hoursTo: { da: 'Til kl.', en: 'To' },
  hoursHint: {
    da: 'Sms sendes inden for det tidspunkt, hvis sendetiden tillader det. Det, der venter, flyttes. Vises også ved opkald. Lad begge stå tomme, hvis det er lige meget.',
    en: 'Texts leave within these hours where the send window allows. What waits is moved. Shown with calls, too. Leave both empty if it does not matter.',
  },
  foundBy: { da: 'Hvordan fandt den pårørende os?', en: 'How did the relative find us?' },
  unknown: { da: 'Ved ikke', en: 'Not known' },
  advisor: { da: 'Kontaktperson', en: 'Contact person' },
  noAdvisor: { da: 'Ingen bestemt', en: 'Nobody in particular' },
  ours: { da: 'Hos os', en: 'With us' },
  merge: { da: 'Flet med en anden', en: 'Merge with another' },
  save: { da: 'Gem', en: 'Save' },
  shieldTitle: { da: 'Skærm {name}', en: 'Shield {name}' },
  shield: { da: 'Skærm den pårørende', en: 'Shield the relative' },
  changeShield: { da: 'Ret skærmning', en: 'Change the shield' },
  shieldLead: {
    da: 'Brug det, når den pårørende er ansat, eller kender en af jer. Kun dem, du vælger her, kan så se den pårørende. For alle andre er det, som om den pårørende ikke findes: i søgning, lister, indbakke, varsler og opgaver.',
    en: 'Use it when the relative is staff, or knows one of you. Only those you choose here can then see the relative. To everybody else it is as if the relative did not exist: in searches, lists, the inbox, alerts and tasks.',
  },
  shieldMind: {
    da: 'Du er selv altid med. Er ingen af jer på arbejde, ser ingen, hvad den pårørende skriver: vælg mindst én mere.',
    en: 'You are always one of them. When none of you is at work, nobody sees what the relative writes: choose at least one more.',
  },
  shieldWho: { da: 'Hvem må se den pårørende?', en: 'Who may see the relative?' },
  you: { da: '{name} (dig)', en: '{name} (you)' },
  doShield: { da: 'Skærm for alle andre', en: 'Shield from everybody else' },
  unshield: { da: 'Ophæv skærmningen', en: 'Lift the shield' },
  unshieldHint: {
    da: 'Så ser alle, der arbejder med enheden, den pårørende igen.',
    en: 'Then everybody who works with the unit sees the relative again.',
  },
  shielded: {
    da: 'Skærmet. Kun disse ser den pårørende: {names}.',
    en: 'Shielded. Only these see the relative: {names}.',
  },
  onlyCallTold: { da: 'Kun ring. Der må aldrig sendes noget.', en: 'Calls only. Nothing may ever be sent.' },
  onlyCallHours: { da: 'Ring mellem {from} og {to}.', en: 'Call between {from} and {to}.' },
  hoursTold: { da: 'kl. {from}–{to}', en: '{from}–{to}' },
  moveTitle: { da: 'Flyt {name} til en anden kreds', en: 'Move {name} to another circle' },
  move: { da: 'Flyt til en anden kreds', en: 'Move to another circle' },
  moveNow: { da: 'Kredsen er nu {code}.', en: 'The circle is now {code}.' },
  moveLead: {
    da: 'Beskeder, svar, samtykker og forløb følger med. Forløbene går videre, som de er: se efter, om deres datoer stadig passer. De andre i den gamle kreds bliver, hvor de er.',
    en: 'Messages, replies, consents and journeys come along. The journeys go on as they are: check that their dates still fit. The others of the old circle stay where they are.',
  },
  doMove: { da: 'Flyt', en: 'Move' },
} as const;

export const genderWords = {
  ukendt: { da: 'Ukendt', en: 'Not known' },
  kvinde: { da: 'Kvinde', en: 'Woman' },
  mand: { da: 'Mand', en: 'Man' },
  andet: { da: 'Andet', en: 'Other' },
} as const;
