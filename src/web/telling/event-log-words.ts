/** What the log calls what was done with arrangements. */
export const eventEntryWords = {
  'event.added': { da: 'Lavede et arrangement', en: 'Made an event' },
  'event.changed': { da: 'Rettede et arrangement', en: 'Changed an event' },
  'event.moved': { da: 'Flyttede et arrangement', en: 'Moved an event' },
  'event.opened': { da: 'Åbnede for tilmelding', en: 'Opened an event' },
  'event.dropped': { da: 'Slettede et udkast til et arrangement', en: 'Deleted the draft of an event' },
  'event.cancelled': { da: 'Aflyste et arrangement', en: 'Cancelled an event' },
  'event.held': { da: 'Afsluttede et arrangement', en: 'Closed an event' },
  'event.invited': { da: 'Inviterede til et arrangement', en: 'Invited to an event' },
  'event.signed-up': { da: 'Meldte til et arrangement', en: 'Signed up for an event' },
  'event.signed-off': { da: 'Meldte fra et arrangement', en: 'Signed off from an event' },
  'event.guests': { da: 'Rettede antal gæster', en: 'Changed the number of guests' },
  'event.seated': { da: 'Gav en plads fra ventelisten', en: 'Gave a seat from the waiting list' },
  'event.told': { da: 'Gav besked om et arrangement', en: 'Told somebody about an event' },
  'event.linked': {
    da: 'Knyttede en tilmelding til en pårørende',
    en: 'Joined a sign-up to a relative',
  },
  'event.names-erased': {
    da: 'Slettede navne og numre efter et arrangement',
    en: 'Erased names and numbers after an event',
  },
  'event.presence': { da: 'Noterede fremmøde', en: 'Noted attendance' },
} as const;
