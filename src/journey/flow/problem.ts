/** One thing that is wrong with a flow, where it stands (lines and columns from 1) and what to do, in Danish and English. */
export type Problem = { file: string; line: number; column: number; code: string; da: string; en: string };

/** `file:line:column: sentence`, as editors and people read it. */
export const formatProblem = (p: Problem, language: 'da' | 'en'): string =>
  `${p.file}:${p.line}:${p.column}: ${p[language]}`;
