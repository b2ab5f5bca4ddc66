/** What a questionnaire was answered with, and filling one in at the telephone. */
export const evaluationWords = {
  title: { da: 'Evaluering', en: 'Evaluation' },
  nobody: {
    da: 'Ingen er spurgt endnu. Dagen efter får de, der har en plads og ikke er noteret som udeblevet, et skema, når forløbet har et.',
    en: 'Nobody has been asked yet. The day after, those who have a seat and are not noted as absent get a questionnaire, where the flow has one.',
  },
  of: { da: '{flow}, trinnet »{step}«', en: '{flow}, the step “{step}”' },
  turnout: {
    da: '{answered} af {asked}, der er spurgt, har svaret.',
    en: '{answered} of {asked} asked have answered.',
  },
  hidden: {
    da: 'Svarene vises, når mindst {n} har svaret. Så kan ingen kendes på sine svar, og det har vi lovet på skemaet.',
    en: 'The answers are shown once at least {n} have answered. Then nobody can be known by them, as the questionnaire promises.',
  },
  nameless: {
    da: 'Svarene er gemt uden navn. Små tal kan alligevel pege på enkelte: brug dem kun internt.',
    en: 'The answers are kept without names. Small figures may still point to single persons: use them internally only.',
  },
  answer: { da: 'Svar', en: 'Answer' },
  count: { da: 'Antal', en: 'Count' },
  share: { da: 'Andel', en: 'Share' },
  percent: { da: '{n} %', en: '{n} %' },
  answered: { da: '{n} har svaret på spørgsmålet.', en: '{n} have answered the question.' },
  mean: { da: 'Gennemsnit: {n}.', en: 'Average: {n}.' },
  noWords: { da: 'Ingen har skrevet noget.', en: 'Nobody has written anything.' },
  wordsSome: {
    da: '{n} har skrevet noget. Her er {shown} af svarene.',
    en: '{n} have written something. Here are {shown} of the answers.',
  },
  wordsHidden: {
    da: '{n} har skrevet noget. Det kan kun dem, der arbejder med de pårørende, læse.',
    en: '{n} have written something. Only those who work with relatives can read it.',
  },

  fill: { da: 'Udfyld skemaet', en: 'Fill in the questionnaire' },
  fillTitle: { da: 'Skemaet med {name}', en: 'The questionnaire with {name}' },
  fillHint: {
    da: 'Læs spørgsmålene op. Man behøver ikke svare på dem alle. Svarene gemmes uden navn, og det kan du sige.',
    en: 'Read the questions aloud. Not all of them need an answer. The answers are kept without a name, and you may say so.',
  },
  save: { da: 'Gem svarene', en: 'Save the answers' },
  declined: { da: 'Vil ikke svare', en: 'Does not want to answer' },
  back: { da: 'Til opgaverne', en: 'To the tasks' },
} as const;
