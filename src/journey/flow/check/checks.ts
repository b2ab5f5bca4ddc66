import type { Check } from '../draft.ts';
import { checkAnchors } from './anchors.ts';
import { checkAttend } from './attend.ts';
import { checkBranches } from './branches.ts';
import { checkDeadSteps } from './dead-steps.ts';
import { checkFields } from './fields.ts';
import { checkForms } from './forms.ts';
import { checkGroups } from './groups.ts';
import { checkIds } from './ids.ts';
import { checkLanguages } from './languages.ts';
import { checkLength } from './length.ts';
import { checkLinks } from './links.ts';
import { checkLoops } from './loops.ts';
import { checkMissingPages } from './missing-pages.ts';
import { checkMissingTexts } from './missing-texts.ts';
import { checkOptionalFields } from './optional-fields.ts';
import { checkTargets } from './targets.ts';
import { checkTelling } from './telling.ts';
import { checkTemplates } from './templates.ts';
import { checkWindow } from './window.ts';

/** Everything a flow must pass before it may run. */
export const CHECKS: readonly Check[] = [
  checkLanguages,
  checkAnchors,
  checkWindow,
  checkIds,
  checkTargets,
  checkAttend,
  checkForms,
  checkGroups,
  checkBranches,
  checkDeadSteps,
  checkLoops,
  checkMissingTexts,
  checkMissingPages,
  checkTemplates,
  checkFields,
  checkOptionalFields,
  checkLinks,
  checkTelling,
  checkLength,
];
