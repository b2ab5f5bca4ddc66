/** What the words of an SMS are held against, so that they give nobody away. */
export type CheckAgainst = {
  units: readonly string[];
  addresses: readonly string[];
  eventTitles: readonly string[];
  tellingWords: readonly string[];
  /** Titles of the groups a step may put somebody into; not looked at when absent. */
  groups?: readonly string[];
};

/**
 * Danish and English words that tell something about the person an SMS is about. A word of six letters or more counts
 * anywhere in a compound ("stofmisbrug", "misbrugscenter"), a shorter one only where a word begins.
 */
export const TELLING_WORDS: readonly string[] = [
  ...[
    'misbrug',
    'afhængighed',
    'alkoholbehandling',
    'alkoholproblem',
    'alkoholiker',
    'rusmiddel',
    'afvænning',
  ],
  ...[
    'psykiatri',
    'psykisk',
    'psykose',
    'psykotisk',
    'sindslid',
    'sindssyg',
    'skizofren',
    'bipolar',
    'borderline',
  ],
  ...['depression', 'angst', 'autisme', 'adhd', 'spiseforstyrrelse', 'anoreksi', 'selvmord', 'selvskade'],
  ...[
    'personlighedsforstyrrelse',
    'tvangsindl',
    'demens',
    'dement',
    'alzheimer',
    'kræft',
    'hospice',
    'palliati',
  ],
  ...['diagnose', 'handicap', 'udviklingshæm', 'hjerneskade', 'botilbud', 'bosted', 'bocenter', 'bostøtte'],
  ...['plejehjem', 'plejecenter', 'plejebolig', 'herberg', 'forsorgshjem', 'krisecenter', 'værested'],
  ...[
    'addiction',
    'substance abuse',
    'rehab',
    'psychiatr',
    'psychosis',
    'psychotic',
    'schizophren',
    'autism',
  ],
  ...[
    'mental illness',
    'mentally ill',
    'mental health',
    'eating disorder',
    'suicide',
    'self-harm',
    'dementia',
  ],
  ...[
    'cancer',
    'diagnosis',
    'disabilit',
    'nursing home',
    'care home',
    'supported housing',
    "women's shelter",
  ],
];
