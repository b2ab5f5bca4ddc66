/** Pausing one journey, letting it go on, passing over its step. */
export const steerWords = {
  heading: { da: 'Styr forløbet', en: 'Steer the journey' },
  pause: { da: 'Sæt på pause', en: 'Pause' },
  resume: { da: 'Sæt i gang igen', en: 'Let it go on' },
  skip: { da: 'Spring trinnet over', en: 'Pass over the step' },
  title_pause: { da: 'Sæt forløbet på pause', en: 'Pause the journey' },
  title_resume: { da: 'Sæt forløbet i gang igen', en: 'Let the journey go on' },
  title_skip: { da: 'Spring trinnet over', en: 'Pass over the step' },
  alone: { da: 'På pause, kun dette forløb', en: 'Paused, this journey alone' },
  circleHeld: {
    da: 'Forløbet står stille, fordi kredsen gør det. Det styres på kredsens side.',
    en: 'The journey stands still because its circle does. That is decided on the circle’s page.',
  },
  toCircle: { da: 'Se kredsen', en: 'See the circle' },
  effect: { da: 'Det sker der', en: 'What happens' },
  pauseEffect: {
    da: 'Forløbet står stille. Ingen sms, opkald eller breve fra det, før nogen sætter det i gang igen, heller ikke hvis kredsen bliver sat i gang. Andre forløb fortsætter.',
    en: 'The journey stands still. No texts, calls or letters from it until somebody lets it go on, not even if the circle is released. Other journeys go on.',
  },
  pauseUndo: { da: 'Det kan gøres om: sæt det i gang igen.', en: 'It can be undone: let it go on again.' },
  pauseUnsent: {
    da: 'Beskeder, der er skrevet og venter, bliver holdt tilbage: {n}.',
    en: 'Messages that are written and wait are held back: {n}.',
  },
  resumeEffect: {
    da: 'Forløbet planlægger igen fra nu. Det, hvis tidspunkt er passeret, følger forløbets regel for det, der er for sent.',
    en: 'The journey plans again from now. What is past its moment follows the flow’s rule for what is late.',
  },
  resumeUnsent: {
    da: 'Beskeder, der blev holdt tilbage, bliver sendt, når tidsrummet for sms er åbent: {n}.',
    en: 'Messages that were held back leave when the hours for texts are open: {n}.',
  },
  skipEffect: {
    da: 'Trinnet »{step}« siger ikke mere og venter ikke længere på svar. Forløbet går videre med det samme.',
    en: 'The step “{step}” says nothing more and waits for no answer. The journey goes on at once.',
  },
  skipUnsent: {
    da: 'Beskeder fra trinnet, der ikke er sendt endnu, bliver taget tilbage: {n}.',
    en: 'Messages of the step that have not been sent are taken back: {n}.',
  },
  skipUndo: { da: 'Det kan ikke gøres om.', en: 'It cannot be undone.' },
  skipHint: {
    da: 'Venter forløbet på noget, der er klaret på en anden måde? Spring trinnet over.',
    en: 'Does the journey wait for something that was settled in another way? Pass over the step.',
  },
  next: { da: 'Derefter', en: 'Then' },
  nothing: { da: 'Ikke andet lige nu.', en: 'Nothing else for now.' },
  changed: {
    da: 'Forløbet har flyttet sig imens. Se på det igen.',
    en: 'The journey has moved meanwhile. Look at it again.',
  },
  toJourney: { da: 'Tilbage til forløbet', en: 'Back to the journey' },
} as const;
