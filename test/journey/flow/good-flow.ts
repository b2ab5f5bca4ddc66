import type { FlowFiles } from '../../../src/journey/flow/parse-flow.ts';

/** A small flow with something of everything in it, and nothing wrong. */
export const GOOD_FLOW = {
  'flow.yaml': `flow: velkomst
title: Velkommen
track: støtte
minors: false
languages: [da, en]
anchors:
  indflytning: Indflytningsdato
  temadag: { title: Temaeftermiddagen, time: true }
window: { from: "09:00", to: "17:00" }
steps:
  - invite: invitation
    page: velkommen
    access: pin
    consent: samtykke
    remind: every 4 days, 2 times
    reminder: invitation-igen
    expires: after 21 days
    declined: { alert: advisor, task: opgave, go: farvel }
  - say: husk
    when: 3 days before indflytning at 09:00
    late: skip
  - ask: samtale
    answers:
      ja: { say: tak, alert: advisor, task: opgave, urgent: true }
      nej: { go: farvel }
    silent: { after: 3 days, remind: 1, go: farvel }
  - wait: until next tuesday at 10:00
  - id: valg
    branch: answer.samtale
    is: { ja: side }
    otherwise: farvel
  - id: side
    say: ny-side
    page: velkommen
    access: pin
  - id: farvel
    end: gennemført
`,
  'texts.da.yaml': `invitation: "Hej {{ tiltale }}. Besked fra {{ kommune }}: {{ link }} Kan ikke besvares. Tlf. {{ telefon }}"
invitation-igen: "Husk din besked fra {{ kommune }}: {{ link }} Kan ikke besvares. Tlf. {{ telefon }}"
ny-side: "Ny besked fra {{ kommune }}: {{ link }} Kan ikke besvares. Tlf. {{ telefon }}"
husk: Husk {{ indflytning_dato }}. Hilsen {{ kommune }}
samtale: Vil du tale med os? Svar JA eller NEJ.
tak: Tak for dit svar.
samtykke: >-
  Jeg siger ja til sms
  fra {{ kommune }}.
opgave: Ring til den pårørende.
`,
  'texts.en.yaml': `invitation: "Hello {{ tiltale }}. Message from {{ kommune }}: {{ link }} You cannot reply. Tel. {{ telefon }}"
invitation-igen: "Your message from {{ kommune }}: {{ link }} You cannot reply. Tel. {{ telefon }}"
ny-side: "New message from {{ kommune }}: {{ link }} You cannot reply. Tel. {{ telefon }}"
husk: Remember {{ indflytning_dato }}. Regards, {{ kommune }}
samtale: Would you like to talk to us? Reply YES or NO.
tak: Thank you for your answer.
samtykke: I agree to texts from {{ kommune }}.
`,
  'pages/velkommen.da.md': '# Velkommen, {{ tiltale }}\n\nDin vejleder er {{ vejleder | default: "os" }}.\n',
  'pages/velkommen.en.md': '# Welcome, {{ tiltale }}\n\nYour advisor is {{ vejleder | default: "os" }}.\n',
} satisfies FlowFiles;

/** The files of the good flow. */
export type GoodFile = keyof typeof GOOD_FLOW;

/** The good flow with a piece of one file replaced; throws when the piece is not in it. */
export function withChange(file: GoodFile, piece: string, replacement: string): FlowFiles {
  if (!GOOD_FLOW[file].includes(piece)) throw new Error(`${file} has no ${piece}`);
  return { ...GOOD_FLOW, [file]: GOOD_FLOW[file].replace(piece, () => replacement) };
}

/** The good flow without some of its files. */
export function without(...files: GoodFile[]): FlowFiles {
  return Object.fromEntries(
    Object.entries(GOOD_FLOW).filter(([name]) => !files.some((file) => file === name)),
  );
}
