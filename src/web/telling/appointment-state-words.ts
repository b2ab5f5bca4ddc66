/** The states of an appointment. */
export const appointmentStateWords = {
  agreed: { da: 'Aftalt', en: 'Agreed' },
  confirmed: { da: 'Bekræftet', en: 'Confirmed' },
  declined: { da: 'Afbud', en: 'Declined' },
  moved: { da: 'Flyttet', en: 'Moved' },
  held: { da: 'Holdt', en: 'Held' },
  missed: { da: 'Udeblevet', en: 'Missed' },
  cancelled: { da: 'Aflyst', en: 'Cancelled' },
} as const;
