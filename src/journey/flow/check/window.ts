import { narrow, neverOpens, STANDARD_WINDOW } from '../../time/window.ts';
import type { Check } from '../draft.ts';
import { valuePlace } from '../locate.ts';
import { problemAt } from '../sentences.ts';

/** The flow's window leaves some time in which anything can be sent. */
export const checkWindow: Check = ({ flow, yaml }) =>
  flow.window && neverOpens(narrow(STANDARD_WINDOW, flow.window))
    ? [problemAt(valuePlace(yaml, ['window']), 'window-closed')]
    : [];
