/** How instants and lengths of time are said. */
export const whenWords = {
  today: { da: 'i dag', en: 'today' },
  yesterday: { da: 'i går', en: 'yesterday' },
  tomorrow: { da: 'i morgen', en: 'tomorrow' },
  dayAndTime: { da: '{day} kl. {time}', en: '{day} at {time}' },
  moment: { da: 'mindre end et minut', en: 'less than a minute' },
  minutes: { one: { da: '{n} minut', en: '{n} minute' }, many: { da: '{n} minutter', en: '{n} minutes' } },
  hours: { one: { da: '{n} time', en: '{n} hour' }, many: { da: '{n} timer', en: '{n} hours' } },
  days: { one: { da: '{n} dag', en: '{n} day' }, many: { da: '{n} dage', en: '{n} days' } },
} as const;
