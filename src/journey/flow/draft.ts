// A flow on its way from files to something the engine may run: what could be read, and where it stands.
import type { Fields } from '../text/fields.ts';
import type { TemplateRead } from '../text/read-template.ts';
import type { CheckAgainst } from './against.ts';
import type { Flow } from './flow.ts';
import type { Problem } from './problem.ts';
import type { PlacedStep } from './read-steps.ts';
import type { Yaml } from './read-yaml.ts';
import type { PageReference, Reference, TextReference } from './references.ts';

/** One file of texts that could be read; `texts` is without what is no text in it. */
export type TextFile = { language: string; yaml: Yaml; texts: Record<string, string> };

/** A text in one language, with every place that names it. */
export type DraftText = {
  language: string;
  key: string;
  yaml: Yaml;
  read: TemplateRead;
  namedBy: readonly TextReference[];
};

/** A page in one language, with every step that shows it. */
export type DraftPage = {
  language: string;
  page: string;
  file: string;
  read: TemplateRead;
  shownBy: readonly PageReference[];
};

export type Draft = {
  flow: Flow;
  /** flow.yaml itself. */
  yaml: Yaml;
  fileNames: readonly string[];
  steps: readonly PlacedStep[];
  /** Names that steps with a mistake in them may have; while there are any, the ways through the flow are not known. */
  broken: readonly string[];
  references: readonly Reference[];
  textFiles: readonly TextFile[];
  texts: readonly DraftText[];
  pages: readonly DraftPage[];
  /** For each language the longest values its fields are reckoned with. */
  longest: Readonly<Record<string, Fields>>;
  against: CheckAgainst;
};

/** Looks at one thing and says what is wrong with it. */
export type Check = (draft: Draft) => Problem[];
